import { z } from 'zod';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { ScanMeasure, ScanPoint } from '../../contract/scan-measure.ts';
import { usedFiles } from '../dossier/fields.ts';
import { formatPx, nameOf } from './figures.ts';
import { straightenRepairId } from './fit-repair.ts';
import { bearsSealOrCode } from './original-scan.ts';
import { checksOn } from './picture-wants.ts';
import type { PageTurn, ScanRepair, SheetCorners } from './planned-repair.ts';
import { isPictured, picturedPages, type MeasuredPage, type ScannedFile } from './scanned-file.ts';

const straightParameters = z.looseObject({ maxDegrees: z.number() });
const wholeParameters = z.looseObject({ minShare: z.number(), maxPerspective: z.number() });

/** What the rules want of a scan; null where none speaks. */
interface ScanWants {
  readonly straight: { readonly maxDegrees: number; readonly rule: string } | null;
  readonly whole: {
    readonly minShare: number;
    readonly maxPerspective: number;
    readonly rule: string;
  } | null;
}

/** Further out of the picture than this share of it, a corner is a guess. */
const mostBeyond = 0.02;
/** Taken more steeply than this, the far end has too few pixels to be drawn out. */
const mostPerspective = 0.6;
/** Corners of a sheet are right angles but for perspective. */
const angles = { least: 55, most: 125 } as const;
/** More than this is no sheet laid askew but one laid another way. */
const mostDegrees = 44;

/** The repairs of scans and photographs of papers: laid straight and cut to the sheet, where a rule finds them askew, far or slanting. */
export function planScanRepairs(
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection>,
  rulebook: Rulebook,
): readonly ScanRepair[] {
  const made = new Set(
    Object.entries(document.repairs ?? {}).flatMap(([id, record]) =>
      id.startsWith(straightenRepairId('')) ? Object.keys(record.made ?? {}) : [],
    ),
  );
  const fieldsOf = new Map<string, string[]>();
  for (const { field, path } of usedFiles(document)) {
    const fields = fieldsOf.get(path) ?? [];
    if (!fields.includes(field)) fields.push(field);
    fieldsOf.set(path, fields);
  }
  return [...fieldsOf].flatMap(([path, fields]) => {
    const file = inspections.get(path);
    // What was laid straight already is as straight as this can make it.
    if (file === undefined || made.has(path) || !isPictured(file)) return [];
    if (!fields.every((field) => field.startsWith('documents.'))) return [];
    const wants = wantsOf(rulebook, document, fields);
    return planOf(file, fields, wants) ?? [];
  });
}

function wantsOf(rulebook: Rulebook, document: DossierDocument, fields: readonly string[]): ScanWants {
  let straight: ScanWants['straight'] = null;
  let whole: ScanWants['whole'] = null;
  for (const { id, check, parameters } of fields.flatMap((field) => checksOn(rulebook, document, field))) {
    if (check === 'scan-straight') straight ??= { ...straightParameters.parse(parameters), rule: id };
    if (check === 'scan-whole') whole ??= { ...wholeParameters.parse(parameters), rule: id };
  }
  return { straight, whole };
}

/** The rule that a page breaks and that laying it straight would keep. */
function needOf({ skewDegrees, page }: ScanMeasure, { straight, whole }: ScanWants): string | undefined {
  if (straight !== null && Math.abs(skewDegrees ?? 0) > straight.maxDegrees) return straight.rule;
  if (whole === null || page.found !== 'edges') return undefined;
  return page.share < whole.minShare || page.perspective > whole.maxPerspective ? whole.rule : undefined;
}

function planOf(file: ScannedFile, fields: readonly string[], wants: ScanWants): ScanRepair | null {
  const pages = picturedPages(file).flatMap((page) => {
    const rule = needOf(page.scan, wants);
    return rule === undefined ? [] : [{ page, rule }];
  });
  const [first] = pages;
  if (first === undefined) return null;
  const turns = pages.map(({ page }) => turnOf(page));
  // All pages or none: half a paper laid straight is no repair.
  if (turns.some((turn) => turn === null)) return null;
  const isPdf = file.pdf !== undefined;
  if (!isPdf && file.pages.length !== 1) return null;
  if (!isPdf && (file.image?.frames ?? 1) > 1) return null;
  const { scan, measure } = first.page;
  const [turn] = turns;
  if (turn === null || turn === undefined) return null;
  const pageTurns = turns.filter((one): one is PageTurn => one !== null);
  // A PDF page is turned without touching its picture; perspective would mean drawing it anew.
  if (isPdf && pages.some(({ page }) => (wants.whole?.maxPerspective ?? 1) < page.scan.page.perspective))
    return null;
  const stem = nameOf(file).replace(/\.[^.]+$/, '') || 'scan';
  return {
    kind: 'scan',
    id: straightenRepairId(file.path),
    rule: first.rule,
    at: file.path,
    fields,
    folder: file.path.split('/').slice(0, -1).join('/'),
    stem: `${stem}-straight`,
    straighten: isPdf
      ? { of: 'pdf', pages: pageTurns }
      : { of: 'picture', corners: inPixels(turn, measure), degrees: turn.degrees, dpi: scan.dpi },
    mends: ['scan-straight', 'scan-whole', 'file-name-type'],
    // An angle that only the print tells may be wrong: it is looked at before it is made.
    isAlone: bearsSealOrCode(file) || turns.some((one) => one?.corners === undefined),
    ...wordsOf(
      file,
      pages.map(({ page }) => page),
      turn,
    ),
  };
}

const inPixels = (
  { corners }: PageTurn,
  size: { readonly widthPx: number; readonly heightPx: number },
): SheetCorners | null => {
  if (corners === undefined) return null;
  const [a, b, c, d] = corners;
  const scale = ({ x, y }: ScanPoint): ScanPoint => ({ x: x * size.widthPx, y: y * size.heightPx });
  return [scale(a), scale(b), scale(c), scale(d)];
};

/** How a page is turned; null where nothing is known well enough, or where the sheet is cut off. */
function turnOf({ index, scan, measure }: MeasuredPage): PageTurn | null {
  const { page, skewDegrees } = scan;
  if (page.cut.length > 0) return null;
  const corners = page.found === 'edges' ? sureCorners(scan, measure) : null;
  if (page.found === 'edges' && corners === null) return null;
  if (skewDegrees === null && corners === null) return null;
  if (Math.abs(skewDegrees ?? 0) > mostDegrees) return null;
  return { index, degrees: -(skewDegrees ?? 0), ...(corners === null ? {} : { corners }) };
}

/** The sheet's corners in shares of the picture, where they are those of a sheet beyond doubt. */
function sureCorners(
  { page }: ScanMeasure,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): SheetCorners | null {
  const [a, b, c, d] = page.corners;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (page.perspective > mostPerspective) return null;
  const corners: SheetCorners = [a, b, c, d];
  const isNear = ({ x, y }: ScanPoint): boolean =>
    x >= -mostBeyond * widthPx &&
    y >= -mostBeyond * heightPx &&
    x <= (1 + mostBeyond) * widthPx &&
    y <= (1 + mostBeyond) * heightPx;
  const isSquare = corners.every((corner, index) => {
    const angle = angleAt(corners.at(index - 1) ?? corner, corner, corners[(index + 1) % 4] ?? corner);
    return angle >= angles.least && angle <= angles.most;
  });
  if (!isSquare || !corners.every(isNear)) return null;
  const share = ({ x, y }: ScanPoint): ScanPoint => ({ x: x / widthPx, y: y / heightPx });
  return [share(a), share(b), share(c), share(d)];
}

/** The angle at a corner, in degrees. */
function angleAt(before: ScanPoint, corner: ScanPoint, after: ScanPoint): number {
  const [ux, uy, vx, vy] = [before.x - corner.x, before.y - corner.y, after.x - corner.x, after.y - corner.y];
  const cosine = (ux * vx + uy * vy) / Math.max(1e-9, Math.hypot(ux, uy) * Math.hypot(vx, vy));
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function wordsOf(
  file: ScannedFile,
  pages: readonly MeasuredPage[],
  turn: PageTurn,
): Pick<ScanRepair, 'summary' | 'before' | 'after'> {
  const [worst] = pages.toSorted(
    (a, b) => Math.abs(b.scan.skewDegrees ?? 0) - Math.abs(a.scan.skewDegrees ?? 0),
  );
  const { scan, measure } = worst ?? pages[0] ?? missingPage();
  const degrees = Math.abs(scan.skewDegrees ?? 0).toFixed(1);
  const size = formatPx(measure.widthPx, measure.heightPx);
  const isCropped = turn.corners !== undefined;
  const many = file.pdf !== undefined && file.pages.length > 1;
  const on: Localized = many
    ? {
        zh: `第 ${pages.map(({ index }) => index + 1).join('、')} 页`,
        en: `page ${pages.map(({ index }) => index + 1).join(', ')}: `,
      }
    : { zh: '', en: '' };
  const sheet: Localized = isCropped
    ? {
        zh: `，纸张占画面 ${percent(scan.page.share)}`,
        en: `, the sheet on ${percent(scan.page.share)} of the picture`,
      }
    : { zh: '', en: '' };
  const slanted: Localized =
    scan.page.found === 'edges' && scan.page.perspective > 0.02
      ? {
          zh: `，一边比对边长 ${percent(scan.page.perspective)}`,
          en: `, one side ${percent(scan.page.perspective)} longer`,
        }
      : { zh: '', en: '' };
  return {
    summary: {
      zh: `把「${nameOf(file)}」摆正${isCropped ? '并裁到纸边（四周留白边，不裁掉纸面）' : '（整页保留，不裁切）'}，另存为新文件，原扫描件保留`,
      en: `Lay “${nameOf(file)}” straight${isCropped ? ' and cut it to the sheet, with a margin, never into it' : ', nothing cut off'}, as a new file; the original scan is kept`,
    },
    before: {
      zh: `${on.zh}歪 ${degrees} 度${sheet.zh}${slanted.zh}，${size} 像素`,
      en: `${on.en}${degrees} degrees askew${sheet.en}${slanted.en}, ${size} px`,
    },
    after: {
      zh: file.pdf === undefined ? '端正，像素密度不降低' : '端正，里面的图片原样不动',
      en:
        file.pdf === undefined
          ? 'Straight, as many pixels to the inch'
          : 'Straight, the pictures inside as they are',
    },
  };
}

function missingPage(): never {
  throw new Error('a repair of no page');
}
