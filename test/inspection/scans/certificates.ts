import type { Random } from '../drawing/random.ts';
import type { Studio } from '../drawing/studio.ts';
import { emblem, officeSeal, waves } from './ornaments.ts';
import { companies, mm, page, type Paper } from './paper.ts';

/** A business licence, upright or across. */
export async function licence(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const landscape = random.next() < 0.5;
  const [w, h] = landscape ? [297, 210] : [210, 297];
  const company = random.one(companies);
  const { path, modules } = await studio.qr('https://www.example.com/licence/91440300MA5YANGL1W');
  const fields = [
    ['名　　称', company],
    ['类　　型', '有限责任公司'],
    ['法定代表人', random.one(['张三', '周女士', '陈思远'])],
    ['经营范围', '软件开发；信息系统集成服务；互联网信息服务；'],
    ['', '数据处理和存储支持服务（依法须经批准的项目，'],
    ['', '经相关部门批准后方可开展经营活动）'],
    ['注册资本', '壹佰万元整'],
    ['成立日期', '2025 年 01 月 01 日'],
    ['住　　所', '样例市样例区样例路 1 号样例大厦 101 室'],
  ];
  const step = landscape ? 9.6 : 13;
  const top = landscape ? 82 : 108;
  const text = fields
    .map(
      ([label = '', value = ''], n) =>
        `${lettering.text(label, { x: mm(28), y: mm(top + n * step), size: mm(4.4), face: 'serif-bold' })}${lettering.text(value, { x: mm(60), y: mm(top + n * step), size: mm(4.4), face: 'serif' })}`,
    )
    .join('');
  const code = mm(24);
  const body = `<rect width="${mm(w)}" height="${mm(h)}" fill="#fffdf4"/><g transform="translate(${mm(14)} ${mm(14)})" opacity="0.5">${waves(mm(w - 28), mm(h - 28), '#f3d9a4', landscape ? 34 : 48)}</g>
    <rect x="${mm(10)}" y="${mm(10)}" width="${mm(w - 20)}" height="${mm(h - 20)}" fill="none" stroke="#c2933c" stroke-width="${mm(2.2)}"/><rect x="${mm(14)}" y="${mm(14)}" width="${mm(w - 28)}" height="${mm(h - 28)}" fill="none" stroke="#d9b56d" stroke-width="${mm(0.6)}"/>
    ${emblem(w / 2, 30)}${lettering.text('营业执照', { x: mm(w / 2), y: mm(landscape ? 62 : 68), size: mm(16), face: 'serif-bold', anchor: 'middle', spacing: 0.3 })}${lettering.text(random.one(['（副　本）', '']), { x: mm(w / 2), y: mm(landscape ? 72 : 80), size: mm(5), face: 'serif', anchor: 'middle' })}
    ${lettering.text('统一社会信用代码', { x: mm(24), y: mm(landscape ? 44 : 52), size: mm(3.6), face: 'serif' })}${lettering.text('91440300MA5YANGL1W', { x: mm(24), y: mm(landscape ? 50 : 58), size: mm(4.2), face: 'bold' })}
    <g transform="translate(${mm(w - 54)} ${mm(landscape ? 36 : 44)}) scale(${code / modules})"><path d="${path}" fill="#111"/></g>${text}
    ${lettering.text('登记机关', { x: mm(w - 84), y: mm(h - 46), size: mm(4.6), face: 'serif-bold' })}${lettering.text('2026 年 03 月 02 日', { x: mm(w - 78), y: mm(h - 26), size: mm(4.2), face: 'serif' })}${officeSeal(studio, w - 52, h - 44, '样例市市场监督管理局')}`;
  return {
    pages: [await page(body, landscape)],
    widthMm: w,
    heightMm: h,
    sealAt: { page: 0, xMm: 52, yMm: h - 42 },
    slot: 'business-licence',
  };
}

/** A certificate of software copyright. */
export async function certificate(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const fields = [
    `软件名称：${random.one(['样例纪要', '青柏待办', '听潮字幕'])} V1.0`,
    `著作权人：${random.one(companies)}`,
    '开发完成日期：2026 年 06 月 30 日',
    '首次发表日期：未发表',
    '权利取得方式：原始取得',
    '权利范围：全部权利',
    '登记号：2026SR0000000',
  ];
  const body = `<rect width="${mm(210)}" height="${mm(297)}" fill="#f7fbf3"/><g opacity="0.55">${waves(mm(210), mm(297), '#cfe3c4', 60)}</g><rect x="${mm(9)}" y="${mm(9)}" width="${mm(192)}" height="${mm(279)}" fill="none" stroke="#5c8f5a" stroke-width="${mm(4)}" stroke-dasharray="${mm(2)} ${mm(0.7)}"/><rect x="${mm(14)}" y="${mm(14)}" width="${mm(182)}" height="${mm(269)}" fill="none" stroke="#5c8f5a" stroke-width="${mm(0.5)}"/>
    ${lettering.text('计算机软件著作权登记证书', { x: mm(105), y: mm(58), size: mm(10), face: 'serif-bold', anchor: 'middle' })}${lettering.text('证书号：软著登字第 00000000 号', { x: mm(105), y: mm(74), size: mm(4.4), face: 'serif', anchor: 'middle' })}
    ${fields.map((line, n) => lettering.text(line, { x: mm(34), y: mm(100 + n * 15), size: mm(4.8), face: 'serif' })).join('')}${lettering.text('2026 年 08 月 09 日', { x: mm(130), y: mm(252), size: mm(4.4), face: 'serif' })}${officeSeal(studio, 148, 236, '样例版权登记中心')}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 62, yMm: 238 },
    slot: 'computer-software-copyright-certificate',
  };
}

/** The record of a filing, printed. */
export async function filing(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const company = random.one(companies);
  const entries = [
    ['主办单位名称', company],
    ['主办单位性质', '企业'],
    ['备案/许可证号', '样ICP备00000000号-1'],
    ['网站名称', '样例纪要'],
    ['网站首页地址', 'www.example.com'],
    ['审核通过日期', '2026-09-01'],
  ];
  const body = `<rect x="${mm(18)}" y="${mm(30)}" width="${mm(174)}" height="${mm(16)}" fill="#1d4e89"/>${lettering.text('备案信息查询结果', { x: mm(24), y: mm(40.5), size: mm(5.4), colour: '#ffffff' })}
    ${entries.map(([label = '', value = ''], n) => `<rect x="${mm(18)}" y="${mm(54 + n * 15)}" width="${mm(174)}" height="${mm(15)}" fill="${n % 2 === 0 ? '#eef3f9' : '#ffffff'}" stroke="#c9d3df"/>${lettering.text(label, { x: mm(24), y: mm(63.5 + n * 15), size: mm(4.2), colour: '#475569' })}${lettering.text(value, { x: mm(80), y: mm(63.5 + n * 15), size: mm(4.2) })}`).join('')}
    ${lettering.text('以上信息与原件一致。', { x: mm(24), y: mm(170), size: mm(4.6), face: 'serif' })}${lettering.text(company, { x: mm(105), y: mm(205), size: mm(4.6), face: 'serif' })}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 135, yMm: 203 },
    slot: 'icp-filing',
  };
}

/** Both sides of an identity card on one sheet, with a few words by hand. */
export async function identityCard(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const card = (xMm: number, yMm: number, inner: string): string =>
    `<g transform="translate(${mm(xMm)} ${mm(yMm)})"><rect width="${mm(85.6)}" height="${mm(54)}" rx="${mm(3.2)}" fill="#e8eef2" stroke="#b9c4cc"/><g opacity="0.6">${waves(mm(85), mm(54), '#c8dbe4', 16)}</g>${inner}</g>`;
  const name = random.one(['张三', '李四', '陈思远', '周岚']);
  const front = `${lettering.text(`姓名　${name}`, { x: mm(8), y: mm(11), size: mm(3.4) })}${lettering.text('性别　男　民族　汉', { x: mm(8), y: mm(18), size: mm(3) })}${lettering.text('出生　1990 年 1 月 1 日', { x: mm(8), y: mm(25), size: mm(3) })}${lettering.text('住址　样例市样例区样例路 1 号', { x: mm(8), y: mm(32), size: mm(3) })}${lettering.text('公民身份号码　440301190001010011', { x: mm(8), y: mm(48), size: mm(3.4) })}
    <rect x="${mm(60)}" y="${mm(8)}" width="${mm(20)}" height="${mm(26)}" fill="#cfd8dd"/><circle cx="${mm(70)}" cy="${mm(17)}" r="${mm(5)}" fill="#d9b394"/><path d="M${mm(61.5)} ${mm(34)}c0 ${-mm(12)} ${mm(17)} ${-mm(12)} ${mm(17)} 0z" fill="#33415c"/>`;
  const back = `<circle cx="${mm(15)}" cy="${mm(14)}" r="${mm(7)}" fill="#c9302c"/><circle cx="${mm(15)}" cy="${mm(14)}" r="${mm(4.4)}" fill="#e3b23c"/>${lettering.text('居民身份证', { x: mm(30), y: mm(22), size: mm(7), face: 'serif-bold', spacing: 0.1 })}${lettering.text('签发机关　样例市公安局', { x: mm(22), y: mm(41), size: mm(3.2) })}${lettering.text('有效期限　2020.01.01-2040.01.01', { x: mm(22), y: mm(48), size: mm(3.2) })}`;
  const written = `<g transform="rotate(-2 ${mm(60)} ${mm(210)})">${lettering.text('仅用于应用上线申请　2026.11.18', { x: mm(38), y: mm(212), size: mm(6), face: 'thin', colour: '#1f3a93' })}</g>`;
  const body = `${card(62, 50, front)}${card(62, 116, back)}${written}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 128, yMm: 208 },
    slot: random.one(['legal-representative-id-copy', 'agent-id-copy']),
  };
}
