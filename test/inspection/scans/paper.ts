import { drawRaster, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';

/** Pages are drawn at 200 dpi. */
export const pxPerMm = 200 / 25.4;

/** A paper as it was issued or printed, before anyone stamped it. */
export interface Paper {
  readonly pages: readonly Raster[];
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where its seal goes: page from 0, and its middle in mm. */
  readonly sealAt: { readonly page: number; readonly xMm: number; readonly yMm: number };
  /** The slot of the dossier it goes to. */
  readonly slot: string;
}

/** Made-up companies. */
export const companies = [
  '深圳市样例科技有限公司',
  '成都青柏云科技有限公司',
  '杭州听潮信息技术有限公司',
  '武汉知远数据服务有限公司',
  '厦门鹭岛网络科技有限公司',
];
/** Sentences of letters. */
export const clauses = [
  '本公司承诺所提交的全部材料真实、准确、完整、有效，并对其合法性承担全部责任。',
  '应用内容不含有法律、行政法规禁止的信息，不侵犯他人的知识产权、名誉权、隐私权等合法权益。',
  '本公司已取得运营该应用所需的许可、备案与授权，并在有效期内持续保持。',
  '因应用的开发、运营、使用所产生的纠纷与责任，由本公司独立承担。',
  '本公司建立健全信息安全管理制度，落实用户真实身份信息认证、日志留存等要求。',
  '收到权利人或主管部门的通知后，本公司将在约定期限内核实并处理。',
  '未经书面许可，本公司不以任何形式宣称与平台存在股权、代理或者担保关系。',
  '本承诺自签署之日起生效，至应用终止运营并完成用户善后之日止。',
];

/** Millimetres to px. */
export const mm = (value: number): number => value * pxPerMm;

/** Draws an A4 page on white with a body whose unit is px. */
export const page = (body: string, landscape = false): Promise<Raster> => {
  const [w, h] = landscape ? [mm(297), mm(210)] : [mm(210), mm(297)];
  return drawRaster(Math.round(w), Math.round(h), `<rect width="${w}" height="${h}" fill="#ffffff"/>${body}`);
};

/** Rows of text, justified to nothing, from a height in mm; answers the body and the height after it. */
export function rows(
  studio: Studio,
  lines: readonly string[],
  xMm: number,
  yMm: number,
  sizeMm: number,
  stepMm: number,
): { readonly body: string; readonly endMm: number } {
  const body = lines
    .map((line, n) =>
      studio.lettering.text(line, {
        x: mm(xMm),
        y: mm(yMm + n * stepMm),
        size: mm(sizeMm),
        face: 'serif',
        colour: '#1c1c1e',
      }),
    )
    .join('');
  return { body, endMm: yMm + lines.length * stepMm };
}
