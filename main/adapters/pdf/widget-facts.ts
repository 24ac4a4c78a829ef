import type { PDFDict, PDFObject } from 'pdf-lib';
import type { PdfLibrary } from './pdf-objects.ts';

const multiline = 1 << 12;
const pushButton = 1 << 16;
const comb = 1 << 24;

/** What an interactive field of a PDF says of itself, by one of the places where it stands. */
export interface WidgetFacts {
  /** Its full name. */
  readonly name: string;
  readonly tooltip?: string;
  readonly kind: 'text' | 'tick' | 'choice' | 'signature';
  readonly value?: string;
  readonly isMultiline: boolean;
  /** The number of boxes of a combed field. */
  readonly boxes?: number;
  /** In points; absent where the reader chooses. */
  readonly sizePt?: number;
}

const kinds: Readonly<Record<string, WidgetFacts['kind']>> = {
  Tx: 'text',
  Btn: 'tick',
  Ch: 'choice',
  Sig: 'signature',
};

/** Reads a widget; null for any other annotation and for buttons to push. */
export function widgetFacts(library: PdfLibrary, annotation: PDFDict): WidgetFacts | null {
  const { PDFName } = library;
  const subtype = annotation.lookup(PDFName.of('Subtype'));
  if (!(subtype instanceof PDFName) || subtype.decodeText() !== 'Widget') return null;
  const type = inherited(library, annotation, 'FT');
  const kind = type instanceof PDFName ? kinds[type.decodeText()] : undefined;
  const flags = numberOf(library, inherited(library, annotation, 'Ff')) ?? 0;
  if (kind === undefined || (kind === 'tick' && (flags & pushButton) !== 0)) return null;
  const tooltip = textOf(library, inherited(library, annotation, 'TU'));
  const value = textOf(library, inherited(library, annotation, 'V'));
  const longest = numberOf(library, inherited(library, annotation, 'MaxLen'));
  const appearance = textOf(library, inherited(library, annotation, 'DA')) ?? '';
  const size = Number(/([\d.]+)\s+Tf/.exec(appearance)?.[1] ?? 0);
  return {
    name: fullName(library, annotation),
    ...(tooltip === undefined || tooltip === '' ? {} : { tooltip }),
    kind,
    ...(value === undefined || value === '' || kind === 'tick' ? {} : { value }),
    isMultiline: (flags & multiline) !== 0,
    ...((flags & comb) !== 0 && longest !== undefined && longest > 1 ? { boxes: longest } : {}),
    ...(size > 0 ? { sizePt: size } : {}),
  };
}

/** Whether something stands in a field of text or choice. A tick's box is the form's own drawing and never counts. */
export function hasValue(library: PdfLibrary, annotation: PDFDict): boolean {
  const facts = widgetFacts(library, annotation);
  return facts !== null && facts.kind !== 'tick' && facts.value !== undefined;
}

/** An entry of a field or of the nearest field above it. */
function inherited(library: PdfLibrary, annotation: PDFDict, key: string): PDFObject | undefined {
  for (const dict of withParents(library, annotation)) {
    const value = dict.lookup(library.PDFName.of(key));
    if (value !== undefined) return value;
  }
  return undefined;
}

function fullName(library: PdfLibrary, annotation: PDFDict): string {
  return withParents(library, annotation)
    .flatMap((dict) => textOf(library, dict.lookup(library.PDFName.of('T'))) ?? [])
    .toReversed()
    .join('.');
}

const deepest = 32;

function withParents(library: PdfLibrary, annotation: PDFDict): readonly PDFDict[] {
  const found = [annotation];
  for (let dict: PDFDict | undefined = annotation; found.length < deepest;) {
    const parent: PDFObject | undefined = dict.lookup(library.PDFName.of('Parent'));
    if (!(parent instanceof library.PDFDict)) break;
    found.push(parent);
    dict = parent;
  }
  return found;
}

function textOf({ PDFString, PDFHexString }: PdfLibrary, value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function numberOf({ PDFNumber }: PdfLibrary, value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
