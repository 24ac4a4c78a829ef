import { frame, ink, red, rows, seal, type PaperLayout } from './paper-parts.ts';

/** The papers of a company, framed and sealed. */
export const certificates = {
  'licence-landscape': (letters, { values: v }) => ({
    width: 1754,
    height: 1240,
    body:
      frame(1754, 1240) +
      `<circle cx="877" cy="150" r="52" fill="${red}"/>` +
      letters.text('营业执照', {
        x: 877,
        y: 310,
        size: 92,
        colour: ink,
        face: 'serif-bold',
        anchor: 'middle',
      }) +
      letters.text('（副　本）', {
        x: 877,
        y: 375,
        size: 40,
        colour: ink,
        face: 'serif',
        anchor: 'middle',
      }) +
      letters.text('统一社会信用代码', { x: 140, y: 230, size: 30, colour: ink, face: 'serif' }) +
      letters.text(v['credit-code'] ?? '', { x: 140, y: 275, size: 32, colour: ink, face: 'serif-bold' }) +
      rows(
        letters,
        [
          ['名　　称', v['company-name'] ?? '', 20],
          ['类　　型', v['company-type'] ?? '', 20],
          ['法定代表人', v['legal-representative'] ?? ''],
          ['经营范围', v['business-scope'] ?? '', 18],
        ],
        { x: 140, valueX: 320, y: 480, size: 30, pitch: 56 },
      ) +
      rows(
        letters,
        [
          ['注册资本', v['registered-capital'] ?? ''],
          ['成立日期', v['established-on'] ?? ''],
          ['营业期限', v['period'] ?? ''],
          ['住　　所', v['address'] ?? '', 18],
        ],
        { x: 960, valueX: 1140, y: 480, size: 30, pitch: 56 },
      ) +
      letters.text('登记机关', { x: 1180, y: 960, size: 36, colour: ink, face: 'serif' }) +
      seal(letters, 1400, 960, 120, '样例市场监督管理局') +
      letters.text(v['issued'] ?? '2025 年 03 月 12 日', {
        x: 1240,
        y: 1100,
        size: 30,
        colour: ink,
        face: 'serif',
      }),
  }),
  'licence-portrait': (letters, { values: v }) => ({
    width: 1240,
    height: 1754,
    body:
      frame(1240, 1754) +
      letters.text('营业执照', {
        x: 620,
        y: 330,
        size: 96,
        colour: ink,
        face: 'serif-bold',
        anchor: 'middle',
      }) +
      letters.text(`统一社会信用代码　${v['credit-code'] ?? ''}`, {
        x: 620,
        y: 430,
        size: 32,
        colour: ink,
        face: 'serif',
        anchor: 'middle',
      }) +
      rows(
        letters,
        [
          ['名　　称', v['company-name'] ?? '', 22],
          ['类　　型', v['company-type'] ?? '', 22],
          ['住　　所', v['address'] ?? '', 22],
          ['法定代表人', v['legal-representative'] ?? ''],
          ['注册资本', v['registered-capital'] ?? ''],
          ['成立日期', v['established-on'] ?? ''],
          ['营业期限', v['period'] ?? ''],
          ['经营范围', v['business-scope'] ?? '', 22],
        ],
        { x: 180, valueX: 400, y: 560, size: 34, pitch: 72 },
      ) +
      letters.text('登记机关', { x: 700, y: 1450, size: 36, colour: ink, face: 'serif' }) +
      seal(letters, 960, 1450, 140, '样例市场监督管理局'),
  }),
  'icp-licence': (letters, { values: v }) => ({
    width: 1240,
    height: 1754,
    body:
      frame(1240, 1754) +
      letters.text('中华人民共和国', {
        x: 620,
        y: 300,
        size: 54,
        colour: ink,
        face: 'serif-bold',
        anchor: 'middle',
      }) +
      letters.text('增值电信业务经营许可证', {
        x: 620,
        y: 400,
        size: 70,
        colour: ink,
        face: 'serif-bold',
        anchor: 'middle',
      }) +
      letters.text(`经营许可证编号：${v['licence-number'] ?? ''}`, {
        x: 620,
        y: 500,
        size: 34,
        colour: ink,
        face: 'serif',
        anchor: 'middle',
      }) +
      rows(
        letters,
        [
          ['公司名称：', v['company-name'] ?? '', 24],
          ['法定代表人：', v['legal-representative'] ?? ''],
          ['业务种类：', v['business-scope'] ?? '', 24],
          ['有效期至：', v['valid-until'] ?? ''],
        ],
        { x: 180, valueX: 420, y: 660, size: 34, pitch: 84 },
      ) +
      seal(letters, 900, 1350, 150, '样例省通信管理局'),
  }),
  copyright: (letters, { values: v }) => ({
    width: 1240,
    height: 1754,
    body:
      frame(1240, 1754) +
      letters.text('中华人民共和国国家版权局', {
        x: 620,
        y: 280,
        size: 44,
        colour: ink,
        face: 'serif',
        anchor: 'middle',
      }) +
      letters.text('计算机软件著作权登记证书', {
        x: 620,
        y: 390,
        size: 66,
        colour: ink,
        face: 'serif-bold',
        anchor: 'middle',
      }) +
      letters.text(`证书号：　${v['certificate-number'] ?? ''}`, {
        x: 780,
        y: 470,
        size: 28,
        colour: ink,
        face: 'serif',
      }) +
      rows(
        letters,
        [
          ['软　件　名　称：', v['software'] ?? '', 20],
          ['著　作　权　人：', v['copyright-owner'] ?? '', 20],
          ['开发完成日期：', v['completed-on'] ?? ''],
          ['首次发表日期：', v['published-on'] ?? ''],
          ['权利取得方式：', '原始取得'],
          ['权　利　范　围：', '全部权利'],
          ['登　　记　　号：', v['registration-number'] ?? ''],
        ],
        { x: 200, valueX: 500, y: 620, size: 34, pitch: 84 },
      ) +
      seal(letters, 880, 1400, 140, '样例登记专用章'),
  }),
} satisfies Record<string, PaperLayout>;
