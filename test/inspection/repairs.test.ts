import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import { makeCase } from './corpus-folder.ts';
import { corpus } from './corpus.ts';
import { openStudio } from './drawing/studio.ts';
import { openWorld } from './open-world.ts';
import { repairCase, type RefusedRepair, type RepairedFinding } from './repair-corpus.ts';

/** The kinds of defect that a repair can mend, by the start of their names: of the others no finding carries one. */
const mendable = [
  'logo-',
  'preview-pixels',
  'preview-bytes',
  'preview-type',
  'preview-named',
  'scan-skewed',
  'scan-far',
];

/** Of a hundred repairs that are offered so many may be refused: pictures too noisy for their limit of bytes. */
const mostRefused = 5;

const world = openWorld();
afterAll(() => world.close());
const app = createApp(world);
const studio = await openStudio(world);
const repaired: RepairedFinding[] = [];
const refused: RefusedRepair[] = [];
const cases = corpus.filter(({ defects }) =>
  defects.some(({ kind }) => mendable.some((start) => kind.startsWith(start))),
);
for (const one of cases) {
  const outcome = await repairCase(app, one.id, await makeCase(one, studio));
  repaired.push(...outcome.repaired);
  refused.push(...outcome.refused);
}
const warned = repaired.filter(({ isWarned }) => isWarned);
process.stdout.write(
  `${cases.length} faulty cases, ${repaired.length} repairs offered and made, ${warned.length} of them with a warning; ${refused.length} offered and refused\n`,
);

describe('every repair that a finding of the corpus offers', () => {
  test('there are many', () => {
    expect(repaired.length).toBeGreaterThanOrEqual(45);
  });

  test('is refused in few cases, which leaves every file as it was', () => {
    expect(refused.length).toBeLessThanOrEqual((mostRefused / 100) * (repaired.length + refused.length));
    expect(refused.filter(({ isUntouched }) => !isUntouched)).toEqual([]);
  });

  test('contents the rules that offered it', () => {
    expect(repaired.filter(({ left }) => left.length > 0)).toEqual([]);
  });

  test('brings no new error or warning, but where it warned before that the picture will look soft', () => {
    const added = repaired.filter((one) => one.added.length > 0 && !one.isWarned);
    expect(added).toEqual([]);
    for (const one of warned)
      expect(one.added.filter((rule) => !rule.endsWith('-sharp warning'))).toEqual([]);
  });

  test('is offered once, and undone leaves the dossier judged as before', () => {
    expect(repaired.filter(({ isOfferedAgain }) => isOfferedAgain)).toEqual([]);
    expect(repaired.filter(({ isUndone }) => !isUndone)).toEqual([]);
  });
});
