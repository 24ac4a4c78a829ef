import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DossierDocument, FieldEdit } from '../../../main/contract/dossier.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { applyEdits } from '../../../main/core/dossier/edit-dossier.ts';
import { documentFields, shownValue } from '../../../main/core/library/document-fields.ts';
import { mergeFields } from '../../../main/core/library/merge-fields.ts';
import { dossiers, edits } from '../dossier/generated-dossiers.ts';

/** A dossier, and what two people made of it. */
const forked = fc.tuple(dossiers, edits, edits).map(([base, one, other]) => ({
  base,
  mine: edited(base, one),
  theirs: edited(base, other),
}));

function edited(base: DossierDocument, made: readonly FieldEdit[]): DossierDocument {
  try {
    return applyEdits(base, made);
  } catch (error) {
    // Edits that do not fit leave the dossier as it is.
    if (error instanceof Failure) return base;
    throw error;
  }
}

const valuesOf = (document: DossierDocument) =>
  new Map([...documentFields(document)].map(([key, { value }]) => [key, value]));

test('takes every change of one side where the other side has none, and nothing else', () => {
  fc.assert(
    fc.property(forked, ({ base, mine }) => {
      expect(mergeFields(base, mine, base)).toEqual({ edits: [], conflicts: [] });
      const taken = mergeFields(base, base, mine);
      expect(taken.conflicts).toEqual([]);
      expect(valuesOf(edited(base, taken.edits))).toEqual(valuesOf(mine));
    }),
    { numRuns: 200 },
  );
});

test('both sides see the same conflicts, and settled alike they agree on every field', () => {
  fc.assert(
    fc.property(forked, ({ base, mine, theirs }) => {
      const here = mergeFields(base, mine, theirs);
      const there = mergeFields(base, theirs, mine);
      expect(here.conflicts.map(({ path }) => path)).toEqual(there.conflicts.map(({ path }) => path));
      const settled = here.conflicts.map(({ path, theirs: value }) => ({
        path: [...path],
        value: value ?? null,
      }));
      const ofMine = applyEdits(mine, [...here.edits, ...settled]);
      const ofTheirs = applyEdits(theirs, there.edits);
      expect(valuesOf(ofMine)).toEqual(valuesOf(ofTheirs));
    }),
    { numRuns: 200 },
  );
});

test('without a common ancestor no value of either side is lost without a question', () => {
  fc.assert(
    fc.property(dossiers, dossiers, (mine, theirs) => {
      const { edits: taken, conflicts } = mergeFields(null, mine, theirs);
      const [here, there] = [valuesOf(mine), valuesOf(theirs)];
      const asked = new Set(conflicts.map(({ path }) => JSON.stringify(path)));
      const added = new Set(taken.map(({ path }) => JSON.stringify(path)));
      for (const key of here.keys()) expect(added.has(key)).toBe(false);
      for (const [key, value] of there) {
        const isSame = JSON.stringify(here.get(key)) === JSON.stringify(value);
        if (key === '["schema"]' || key === '["id"]' || isSame) continue;
        expect(asked.has(key) || added.has(key)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a seal, a statement and a list are merged as wholes', () => {
  const fields = documentFields({
    schema: 'yinqi/dossier@1',
    platform: 'x',
    categories: ['a', 'b'],
    company: { seal: { shape: 'oval', widthMm: 45, heightMm: 30 }, agent: { name: '李四', phone: '1' } },
    attestations: { 'rights-cleared': { by: '李四', on: '2026-01-01' } },
  });
  expect([...fields.keys()]).toEqual([
    '["schema"]', '["platform"]', '["categories"]', '["company","seal"]', '["company","agent","name"]', '["company","agent","phone"]',
    '["attestations","rights-cleared"]',
  ]); // prettier-ignore
  expect(shownValue(fields.get('["company","seal"]')?.value)).toBe('shape: oval\nwidthMm: 45\nheightMm: 30');
  expect(shownValue(['会议', '纪要'])).toBe('会议\n纪要');
  expect([shownValue(false), shownValue(undefined)]).toEqual(['false', null]);
});
