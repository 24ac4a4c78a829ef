import { createHash } from 'node:crypto';
import type { FontId, LaidOutDocument, SharedCharacters } from '../../contract/laid-out-document.ts';
import { shownCharacters } from '../../core/letters/shown-characters.ts';
import type { CutFont } from './cut-font.ts';
import { deflateBytes } from './deflate-bytes.ts';
import { embedFace } from './embed-face.ts';
import { faceFiles, openFace } from './face-files.ts';
import { pageContent, type PageFace, type SteadyTexts } from './page-content.ts';
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
  const faces = new Map<FontId, PageFace>();
  const shown = shownCharacters(document);
  for (const id of ['serif', 'serif-bold', 'sans'] as const) {
    const codePoints = shown[id];
    if (codePoints === undefined) continue;
    const face = await openFace(fontsFolder, id);
    const first = options.shared?.[id];
    const steady =
      options.shared === undefined || first === undefined
        ? undefined
        : steadyFace(options.shared, first, face);
    const resource = `F${faces.size + 1}`;
    const { name } = faceFiles[id];
    if (steady === undefined || first === undefined) {
      faces.set(id, { face: embedFace(file, face, name, codePoints), resource });
      continue;
    }
    const all = [...first, ...codePoints.filter((one) => !steady.texts.characters.has(one))];
    const embedded = embedFace(file, face, name, all, (font) => deflateSteady(steady, font), first.length);
    faces.set(id, { face: embedded, resource, steady: steady.texts });
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

/** What documents with the same shared characters have in common of a face. */
interface SteadyFace {
  readonly texts: SteadyTexts;
  /** The shared part of the font program, compressed; null until the first document. */
  part: SteadyPart | null;
}

const steadyFaces = new WeakMap<SharedCharacters, Map<TrueTypeFace, SteadyFace>>();

function steadyFace(shared: SharedCharacters, first: readonly number[], face: TrueTypeFace): SteadyFace {
  const known = steadyFaces.get(shared) ?? new Map<TrueTypeFace, SteadyFace>();
  steadyFaces.set(shared, known);
  const found = known.get(face) ?? {
    texts: { characters: new Set(first), shown: new WeakMap() },
    part: null,
  };
  known.set(face, found);
  return found;
}

/** Compresses a font program, its shared part once for all documents. */
function deflateSteady(face: SteadyFace, { directory, steady, rest }: CutFont): Uint8Array {
  face.part ??= steadyPart(Buffer.concat(steady));
  return steadyDeflate(directory, face.part, rest);
}
