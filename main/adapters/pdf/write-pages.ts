import { createHash } from 'node:crypto';
import type { FontId, LaidOutDocument, SharedCharacters } from '../../contract/letters.ts';
import { shownCharacters } from '../../core/letters/shown-characters.ts';
import type { CutFont } from './cut-font.ts';
import { deflateBytes } from './deflate-bytes.ts';
import { embedFace, type EmbeddedFace } from './embed-face.ts';
import { faceFiles, openFace } from './face-files.ts';
import { pageContent } from './page-content.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { pdfNumber, pdfText } from './pdf-text.ts';
import { steadyDeflate, steadyPart, type SteadyPart } from './steady-deflate.ts';
import { writeStructure, type MarkedPage } from './structure-tree.ts';
import type { TrueTypeFace } from './true-type.ts';

const pointsPerMm = 72 / 25.4;

/** What a page shows beneath its text: operators, and the objects that they name, `/Yq1 12 0 R`. */
export interface Beneath {
  readonly operators: string;
  readonly objects: string;
}

/**
 * Writes the pages of a document to a PDF and ends it. `beneath` gives what lies under the text of the page with that
 * index. The file's identifier is a hash of what it says and of `seed`, so that it is the same each time.
 */
export async function writePages(
  file: PdfFile,
  document: LaidOutDocument,
  fontsFolder: string,
  options: {
    readonly shared?: SharedCharacters | undefined;
    readonly beneath?: ReadonlyMap<number, readonly Beneath[]>;
    readonly seed?: Uint8Array;
  } = {},
): Promise<void> {
  const faces = new Map<FontId, { readonly face: EmbeddedFace; readonly resource: string }>();
  const shown = shownCharacters(document);
  for (const id of ['serif', 'serif-bold', 'sans'] as const) {
    const codePoints = shown[id];
    if (codePoints === undefined) continue;
    const face = await openFace(fontsFolder, id);
    faces.set(id, {
      face: embedFace(
        file,
        face,
        faceFiles[id].name,
        ...withShared(face, id, codePoints, options.shared ?? {}),
      ),
      resource: `F${faces.size + 1}`,
    });
  }
  const fonts = Array.from(faces.values(), ({ face, resource }) => `/${resource} ${face.ref}`).join(' ');

  const contents = createHash('sha256');
  if (options.seed !== undefined) contents.update(options.seed);
  const tree = file.reserve();
  const marked: MarkedPage[] = [];
  const kids: PdfRef[] = [];
  for (const [index, page] of document.pages.entries()) {
    const { content, marks } = pageContent(page.items, page.heightMm, faces, document.elements);
    const under = options.beneath?.get(index) ?? [];
    const operators = [...under.map((one) => one.operators), content].join('\n');
    contents.update(operators);
    const stream = file.addStream('/Filter /FlateDecode', deflateBytes(Buffer.from(operators, 'latin1')));
    const size = [page.widthMm, page.heightMm].map((mm) => pdfNumber(mm * pointsPerMm, 4)).join(' ');
    const pictures = under.map(({ objects }) => objects).join(' ');
    const ref = file.add(
      `<</Type /Page /Parent ${tree} /MediaBox [0 0 ${size}] /Contents ${stream} /Resources <</Font <<${fonts}>>` +
        `${pictures === '' ? '' : ` /XObject <<${pictures}>>`}>>` +
        `${document.elements === undefined ? '' : ` /StructParents ${index} /Tabs /S`}>>`,
    );
    kids.push(ref);
    marked.push({ ref, marks });
  }
  file.put(tree, `<</Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}]>>`);
  const structure =
    document.elements === undefined
      ? ''
      : ` /MarkInfo <</Marked true>> /StructTreeRoot ${writeStructure(file, document.elements, marked)}`;
  const root = file.add(
    `<</Type /Catalog /Pages ${tree} /Lang (${document.language}) /ViewerPreferences <</DisplayDocTitle true>>${structure}>>`,
  );
  const info = file.add(
    `<</Title ${pdfText(document.title)} /Author ${pdfText(document.author)} /Subject ${pdfText(document.subject)}` +
      ` /Keywords ${pdfText(document.keywords.join(' '))} /Creator (Yinqi) /Producer (Yinqi)>>`,
  );
  contents.update(JSON.stringify([document.title, document.keywords]));
  file.finish({ root, info, id: contents.digest('hex').slice(0, 32) });
}

const steadyParts = new WeakMap<SharedCharacters, Map<TrueTypeFace, SteadyPart>>();

/** A face's characters, the shared ones first, and how its font program is compressed: their part once for all documents. */
function withShared(
  face: TrueTypeFace,
  id: FontId,
  codePoints: readonly number[],
  shared: SharedCharacters,
): readonly [readonly number[], ((font: CutFont) => Uint8Array)?, number?] {
  const first = shared[id];
  if (first === undefined) return [codePoints];
  const isShared = new Set(first);
  const known = steadyParts.get(shared) ?? new Map<TrueTypeFace, SteadyPart>();
  steadyParts.set(shared, known);
  const deflate = ({ directory, steady, rest }: CutFont): Uint8Array => {
    const part = known.get(face) ?? steadyPart(Buffer.concat(steady));
    known.set(face, part);
    return steadyDeflate(directory, part, rest);
  };
  return [[...first, ...codePoints.filter((one) => !isShared.has(one))], deflate, first.length];
}
