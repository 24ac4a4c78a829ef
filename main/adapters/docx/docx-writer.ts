import type { FileChild, IParagraphOptions, ISectionOptions, ParagraphChild, XmlComponent } from 'docx';
import type { WordDocument, WordParagraph, WordRun, WordTable } from '../../contract/word.ts';
import { emMm } from '../../core/letters/set-glyphs.ts';
import { typographyOf, type Typography } from '../../core/letters/typography.ts';
import type { WordFiles } from '../../world/word-files.ts';
import { numberings } from './numbering-levels.ts';
import { packParts, unpackParts } from './pack-parts.ts';
import { coreProperties, fontTable } from './package-parts.ts';
import { faces, paragraphStyles, song, styleNames, tagRunStyle } from './word-styles.ts';
import { eighthsOfPt, twips } from './word-units.ts';

type Library = typeof import('docx');

/** Writes Word files with the `docx` library, loaded when first needed: same document, same bytes. */
export function createDocxWriter(): Pick<WordFiles, 'write'> {
  return {
    async write(document) {
      const library = await import('docx');
      const file = new library.Document({
        title: document.title,
        creator: document.author,
        subject: document.subject,
        customProperties: Object.entries(document.properties).map(([name, value]) => ({ name, value })),
        compatibility: { version: 15 },
        defaultTabStop: 420,
        styles: {
          default: {
            document: {
              run: { font: faces(song), size: 24, language: { value: 'en-US', eastAsia: document.language } },
            },
          },
          paragraphStyles: [...paragraphStyles(typographyOf(document.style))],
          characterStyles: [
            {
              ...tagRunStyle,
              quickFormat: true,
              run: {
                color: '7A4B00',
                shading: { type: 'clear', fill: 'FFF2CC', color: 'auto' },
                noProof: true,
              },
            },
          ],
        },
        numbering: numberings(indentOf(typographyOf(document.style))),
        sections: [sectionOf(library, document)],
      });
      const written = await library.Packer.toBuffer(file, false, [coreProperties(document), fontTable()]);
      const parts = new Map(await unpackParts(written));
      parts.set(
        numberingPart,
        Buffer.from(wholeLevels(Buffer.from(parts.get(numberingPart) ?? []).toString())),
      );
      return packParts(parts, { compress: true });
    },
  };
}

const numberingPart = 'word/numbering.xml';

/** The library marks each level as not yet in use, which leaves Word free to replace it, and each numbering as a loose list. */
function wholeLevels(numbering: string): string {
  return numbering
    .replaceAll(' w:tentative="1"', '')
    .replaceAll('<w:multiLevelType w:val="hybridMultilevel"/>', '<w:multiLevelType w:val="multilevel"/>');
}

const indentOf = ({ indentEm, bodyPt }: Typography) => ({
  firstLine: twips(indentEm * emMm(bodyPt)),
  firstLineChars: indentEm * 100,
});

function sectionOf(library: Library, document: WordDocument): ISectionOptions {
  const typography = typographyOf(document.style);
  const { pageWidthMm, pageHeightMm, marginLeftMm, marginTopMm, areaWidthMm, areaHeightMm } = typography;
  const small = { font: faces(song), size: 2 * typography.footerPt, color: '333333' };
  const { PageNumber } = library;
  const footer = new library.Paragraph({
    alignment: 'center',
    children: [
      new library.TextRun({
        ...small,
        children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  });
  const header = new library.Paragraph({
    alignment: 'center',
    children: [new library.TextRun({ ...small, text: document.header })],
  });
  return {
    properties: {
      page: {
        size: { width: twips(pageWidthMm), height: twips(pageHeightMm) },
        margin: {
          top: twips(marginTopMm),
          left: twips(marginLeftMm),
          right: twips(pageWidthMm - marginLeftMm - areaWidthMm),
          bottom: twips(pageHeightMm - marginTopMm - areaHeightMm),
          header: twips(Math.min(15, marginTopMm / 2)),
          footer: twips(pageHeightMm - typography.footerBaselineMm - 2),
        },
      },
    },
    ...(document.header === '' ? {} : { headers: { default: new library.Header({ children: [header] }) } }),
    footers: { default: new library.Footer({ children: [footer] }) },
    children: document.blocks.flatMap((block): readonly FileChild[] =>
      block.kind === 'paragraph'
        ? [paragraphOf(library, block, typography)]
        : tableOf(library, block, typography),
    ),
  };
}

function paragraphOf(library: Library, block: WordParagraph, typography: Typography) {
  const { style, runs, list, hangMm, tabs, insetMm, spaceBeforeMm, keepWithNext } = block;
  const indentMm = hangMm === undefined ? 0 : typography.indentEm * emMm(typography.bodyPt);
  const tabStops = (tabs ?? []).map(({ mm, isRuled }) => ({
    type: 'left' as const,
    position: twips(mm),
    ...(isRuled ? { leader: 'underscore' as const } : {}),
  }));
  const options: IParagraphOptions = {
    style: styleNames[style].id,
    children: joined(runs).flatMap((run) => runOf(library, run)),
    ...(keepWithNext === true ? { keepNext: true } : {}),
    ...(list === undefined
      ? {}
      : {
          numbering: { reference: 'items', level: Number(style.slice(-1)) - 1, instance: list, custom: true },
        }),
    ...(block.isUnnumbered === true ? { numbering: false as const } : {}),
    ...(hangMm === undefined ? {} : { indent: { left: twips(hangMm), hanging: twips(hangMm - indentMm) } }),
    ...(block.isFlush === true ? { alignment: 'left' as const } : {}),
    ...(insetMm === undefined ? {} : { indent: { left: twips(insetMm), firstLine: 0 } }),
    ...(tabStops.length === 0 ? {} : { tabStops }),
    ...(spaceBeforeMm === undefined ? {} : { spacing: { before: twips(spaceBeforeMm) } }),
  };
  return new library.Paragraph(options);
}

/** Neighbours of one look as one run. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isAlike =
      last !== undefined &&
      !last.bold === !run.bold &&
      !last.underline === !run.underline &&
      !last.tag === !run.tag;
    if (isAlike) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

/** A run, cut at tabs and line breaks; its quotation marks and dashes are set in the Chinese face. */
function runOf(library: Library, run: WordRun): readonly ParagraphChild[] {
  const look = {
    font: { hint: 'eastAsia' },
    ...(run.tag === true ? { style: tagRunStyle.id } : {}),
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.underline === true ? { underline: { type: 'single' as const } } : {}),
  };
  return run.text
    .split(/(\t|\n)/)
    .filter((text) => text !== '')
    .map((text) => {
      if (text === '\t') return new library.TextRun({ ...look, children: [new library.Tab()] });
      return text === '\n'
        ? new library.TextRun({ ...look, break: 1 })
        : new library.TextRun({ ...look, text });
    });
}

function tableOf(library: Library, block: WordTable, typography: Typography): readonly FileChild[] {
  const total = block.shares.reduce((sum, share) => sum + share, 0);
  const widths = block.shares.map((share) => twips((share / total) * typography.areaWidthMm));
  const isLocked = block.lockedAs !== undefined;
  const edge = { style: 'single', size: eighthsOfPt(0.5), color: isLocked ? 'BFBFBF' : '000000' } as const;
  const rows = block.rows.map((cells, index) => {
    const isHeading = block.hasHeading && index === 0;
    const style = isLocked ? 'front-matter' : isHeading ? 'table-heading' : 'table-text';
    return new library.TableRow({
      cantSplit: true,
      ...(isHeading ? { tableHeader: true } : {}),
      children: cells.map((runs, column) => {
        const isAcross = cells.length === 1 && widths.length > 1;
        return new library.TableCell({
          width: {
            size: isAcross ? widths.reduce((sum, width) => sum + width, 0) : (widths[column] ?? 0),
            type: 'dxa',
          },
          ...(isAcross ? { columnSpan: widths.length } : {}),
          ...(isLocked ? { shading: { type: 'clear', fill: 'F2F2F2', color: 'auto' } } : {}),
          children: [
            paragraphOf(
              library,
              { kind: 'paragraph', style: isAcross && !isLocked ? 'tag' : style, runs },
              typography,
            ),
          ],
        });
      }),
    });
  });
  const table = new library.Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    layout: 'fixed',
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
  });
  return [block.lockedAs === undefined ? table : locked(library, table, block.lockedAs)];
}

/** A table inside a content control that Word neither lets edit nor delete. */
function locked(library: Library, table: InstanceType<Library['Table']>, title: string): FileChild {
  const value = (name: string, text: string) =>
    new library.BuilderElement<{ readonly val: string }>({
      name,
      attributes: { val: { key: 'w:val', value: text } },
    });
  const group = (name: string, children: readonly XmlComponent[]) =>
    new library.BuilderElement({ name, children });
  class LockedContent extends library.FileChild {
    constructor() {
      super('w:sdt');
      this.root.push(
        group('w:sdtPr', [
          value('w:alias', title),
          value('w:tag', 'yinqi-front-matter'),
          value('w:id', '20200101'),
          value('w:lock', 'sdtContentLocked'),
        ]),
        group('w:sdtContent', [table]),
      );
    }
  }
  return new LockedContent();
}
