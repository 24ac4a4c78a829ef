import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierDocument, FieldEdit } from '../../../main/contract/dossier.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { editYaml } from '../../../main/core/dossier/edit-dossier.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { writeDossier } from '../../../main/core/dossier/write-dossier.ts';
import { editWritten, readWritten } from '../../../main/core/dossier/written-dossier.ts';
import { dossiers, edits } from './generated-dossiers.ts';

const head = 'schema: yinqi/dossier@1\nplatform: tencent-meeting\ncategories:\n  - general/other\n';
const named = (text: string): string => `${head}company:\n  name: ${text}\n`;
const renamed = (text: string, value: string): string =>
  editWritten(readWritten(text), [{ path: ['company', 'name'], value }]).yamlText;

const outcome = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) return { refused: error.message };
    throw error;
  }
};

/** The paths of all texts in a piece of a dossier. */
function textPaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => textPaths(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => textPaths(item, [...path, key]));
}

const hasLineBreaks = (yamlText: string): boolean => /[|>][-+\d]*\n/.test(yamlText);

function linesChanged(before: string, after: string): number {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return old.length === fresh.length ? old.filter((line, index) => line !== fresh[index]).length : Infinity;
}

/** A dossier with changes of the wording of texts that it holds. */
const rewordings = dossiers.chain((document) => {
  const paths = textPaths(document);
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    value: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('1.0.7', 'yes', '~', 'a: b', 'a #b', "it's", '"q"', '- a', '---', '#', '*y', '&x', 'x:', ' lead', 'l1\nl2', '甲公司', ''),
    ),
  });
  return fc.tuple(fc.constant(document as DossierDocument), fc.array(edit, { minLength: 1, maxLength: 4 }));
}); // prettier-ignore

describe('editWritten', () => {
  test('gives the text that editing the whole gives, for any rewording, one after the other', () => {
    fc.assert(
      fc.property(rewordings, ([document, made]) => {
        let written = readWritten(writeDossier(document));
        for (const edit of made) {
          const wanted = outcome(() => editYaml(written.yamlText, [edit]));
          const found = outcome(() => editWritten(written, [edit]).yamlText);
          if (typeof found !== 'string' || typeof wanted !== 'string') {
            expect(found).toEqual(wanted);
            continue;
          }
          expect(parseDossier(found, 'dossier.yaml')).toEqual(parseDossier(wanted, 'dossier.yaml'));
          // Editing the whole may indent everything anew where texts of several lines stand; in place nothing else moves.
          const isInPlace = hasLineBreaks(written.yamlText) && linesChanged(written.yamlText, found) === 1;
          if (!isInPlace) expect(found).toBe(wanted);
          const next = editWritten(written, [edit]);
          const fresh = readWritten(next.yamlText);
          expect(JSON.stringify(next.document)).toBe(JSON.stringify(fresh.document));
          expect([...next.places].filter(([key, place]) => {
            const again = fresh.places.get(key);
            return again?.start !== place.start || again.end !== place.end;
          })).toEqual([]); // prettier-ignore
          written = next;
        }
      }),
      { numRuns: 250 },
    );
  });

  test('says what editing the whole says, for any edits together', () => {
    fc.assert(
      fc.property(dossiers, edits, (document, made: readonly FieldEdit[]) => {
        // Safe: the generator makes what the schema allows.
        const text = writeDossier(document as DossierDocument);
        const said = (yaml: string) => parseDossier(yaml, 'dossier.yaml');
        expect(outcome(() => said(editWritten(readWritten(text), made).yamlText))).toEqual(
          outcome(() => said(editYaml(text, made))),
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['甲公司', '甲'],
    ['"甲公司"', '甲'],
    ["'甲公司'", "甲'乙"],
    ['"甲公司"', '1.0'],
    ['甲公司', '1.0'],
    ['甲公司 # 与执照一致', '甲: 乙'],
    ['甲公司   # 远处', '甲'],
    ['  甲公司', '甲'],
    ['甲\n    公司', '甲'],
    ['|\n    甲', '乙'],
    ['!!str 甲', '乙'],
    ['&x 甲', '乙'],
    ['甲公司', '甲\n乙'],
    ['甲\n  # 客服\n  phone: "1"', '乙'],
  ])('says the same as editing the whole where the name stands as %j', (text, value) => {
    expect(renamed(named(text), value)).toBe(editYaml(named(text), [{ path: ['company', 'name'], value }]));
  });

  test('a comment that goes on in the next line stays where it is', () => {
    const text = named('甲 # 一\n    # 二\n  phone: "1"');
    expect(renamed(text, '乙')).toBe(text.replace('甲', '乙'));
  });

  test('a text that is referred to elsewhere does not change there', () => {
    const text = `${head}company:\n  name: &n 甲\n  address: *n\n`;
    expect(parseDossier(renamed(text, '乙'), 'dossier.yaml').company).toEqual({ name: '乙', address: '甲' });
  });

  test('a dossier with Windows line ends or a byte order mark keeps them', () => {
    const text = `\uFEFF${named('甲')}`.replaceAll('\n', '\r\n');
    expect(renamed(text, '乙丙')).toBe(text.replace('甲', '乙丙'));
  });

  test('the same dossier comes back where nothing changes', () => {
    const written = readWritten(named('甲'));
    expect(editWritten(written, [{ path: ['company', 'name'], value: '甲' }])).toBe(written);
  });

  test('refuses what would make the file larger than it may be', () => {
    const edit = { path: ['company', 'name'], value: '甲'.repeat(1_700_000) };
    const text = named('甲');
    expect(() => editWritten(readWritten(text), [edit])).toThrow(/5 MB/);
  });
});
