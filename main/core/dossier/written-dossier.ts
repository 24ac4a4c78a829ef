import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { maxDossierBytes } from './dossier-text.ts';
import { applyEdits, editYaml } from './edit-dossier.ts';
import { readDossier } from './parse-dossier.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { isSameData } from './same-data.ts';
import { movedPlaces, placeKey, scalarPlaces, type ScalarPlaces } from './scalar-places.ts';
import type { FieldPath } from './schema-shape.ts';

const fileName = 'dossier.yaml';

/** A dossier.yaml with what it says, and where its texts stand as far as they may be changed in place. */
export interface WrittenDossier {
  readonly yamlText: string;
  readonly document: DossierDocument;
  readonly places: ScalarPlaces;
}

/** Reads a dossier.yaml so that it can be edited without reading it again. Throws what parseDossier throws. */
export function readWritten(yamlText: string): WrittenDossier {
  const { document, tree } = readDossier(yamlText, fileName);
  // With a mark before it or other line ends, what is read is not the text itself, character by character.
  const isPlain = !yamlText.startsWith('\uFEFF') && !yamlText.includes('\r');
  return { yamlText, document, places: isPlain ? scalarPlaces(tree, yamlText) : new Map() };
}

/**
 * What editYaml makes of its text, and the same Failures; but where edits only change the wording of texts that are there, these are
 * changed where they stand and nothing is read or written anew. The very same dossier where nothing changes.
 */
export function editWritten(written: WrittenDossier, edits: readonly FieldEdit[]): WrittenDossier {
  const document = applyEdits(written.document, edits);
  if (isSameData(written.document, document)) return written;
  return inPlace(written, document, edits) ?? readWritten(editYaml(written.yamlText, edits));
}

function inPlace(
  written: WrittenDossier,
  document: DossierDocument,
  edits: readonly FieldEdit[],
): WrittenDossier | null {
  let { yamlText, places } = written;
  for (const path of new Map(edits.map((edit) => [placeKey(edit.path), edit.path])).values()) {
    const place = places.get(placeKey(path));
    const value = textAt(document, path);
    if (place === undefined || value === null) return null;
    if (value === textAt(written.document, path)) continue;
    const rewritten = rewriteScalar(yamlText, place, path, value);
    if (rewritten === null) return null;
    places = movedPlaces(places, place, rewritten.length - yamlText.length);
    yamlText = rewritten;
  }
  const isTooLarge = new TextEncoder().encode(yamlText).length > maxDossierBytes;
  return isTooLarge ? null : { yamlText, document, places };
}

/** The text of a field; null where it holds none. */
function textAt(document: DossierDocument, path: FieldPath): string | null {
  let value: unknown = document;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return null;
    // Safe: an object's own keys may be read; what they hold stays unknown.
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return typeof value === 'string' ? value : null;
}
