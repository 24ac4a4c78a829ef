import { ink, lines, red, type PaperLayout } from './paper-parts.ts';

/** Both sides of an identity card, and the page of the ICP filing query. */
export const cards = {
  'identity-front': (letters, { values: v }) => ({
    width: 1000,
    height: 640,
    body:
      `<rect width="1000" height="640" fill="#e8f1f5"/><rect x="650" y="110" width="250" height="310" fill="#c7d3d9"/>` +
      letters.text(`姓　名　${v['person-name'] ?? ''}`, { x: 80, y: 130, size: 36, colour: ink }) +
      letters.text('性　别　女　　民　族　汉', { x: 80, y: 200, size: 32, colour: ink }) +
      letters.text('出　生　1990 年 1 月 1 日', { x: 80, y: 270, size: 32, colour: ink }) +
      lines(v['address'] ?? '', 13)
        .map((line, n) =>
          letters.text(n === 0 ? `住　址　${line}` : line, {
            x: n === 0 ? 80 : 208,
            y: 340 + n * 50,
            size: 32,
            colour: ink,
          }),
        )
        .join('') +
      letters.text(`公民身份号码　　${v['identity-number'] ?? ''}`, {
        x: 80,
        y: 560,
        size: 36,
        colour: ink,
      }),
  }),
  'identity-back': (letters, { values: v }) => ({
    width: 1000,
    height: 640,
    body:
      `<rect width="1000" height="640" fill="#e8f1f5"/><circle cx="150" cy="150" r="70" fill="${red}"/>` +
      letters.text('中华人民共和国', { x: 600, y: 140, size: 52, colour: ink, anchor: 'middle' }) +
      letters.text('居 民 身 份 证', { x: 600, y: 240, size: 70, colour: ink, anchor: 'middle' }) +
      letters.text('签发机关　样例市公安局样例分局', { x: 260, y: 470, size: 34, colour: ink }) +
      letters.text(`有效期限　${v['period'] ?? ''}`, { x: 260, y: 540, size: 34, colour: ink }),
  }),
  filing: (letters, { values: v }) => ({
    width: 1280,
    height: 760,
    body:
      `<rect width="1280" height="760" fill="#fff"/><rect width="1280" height="90" fill="#20548f"/>` +
      letters.text('ICP备案查询', { x: 60, y: 58, size: 34, colour: '#fff' }) +
      (
        [
          ['主办单位名称', v['company-name']],
          ['主办单位性质', '企业'],
          ['ICP备案/许可证号', v['icp-number']],
          ['网站域名', v['domain']],
          ['审核通过日期', v['approved-on']],
        ] as const
      )
        .map(
          ([label, value = ''], n) =>
            `<rect x="60" y="${150 + n * 100}" width="1160" height="98" fill="${n % 2 === 0 ? '#f2f6fb' : '#fff'}"/>` +
            letters.text(label, { x: 100, y: 210 + n * 100, size: 28, colour: '#58626e' }) +
            letters.text(value, { x: 520, y: 210 + n * 100, size: 28, colour: ink }),
        )
        .join(''),
  }),
} satisfies Record<string, PaperLayout>;
