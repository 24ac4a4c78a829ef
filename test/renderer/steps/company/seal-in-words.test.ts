import { expect, test } from 'vitest';
import { companySealSchema } from '../../../../main/contract/dossier.ts';
import { sealSides, usualSeal } from '../../../../renderer/steps/company/seal-in-words.ts';

test('whatever is typed for an oval seal is saved as one that the dossier takes', () => {
  for (const [widthMm, heightMm] of [
    [45, 30],
    [38, 45],
    [50, 20],
    [40, 40],
  ] as const) {
    const seal = sealSides({ shape: 'oval', widthMm, heightMm });
    expect(companySealSchema.safeParse(seal).success, `${widthMm}×${heightMm}`).toBe(true);
  }
  expect(sealSides({ shape: 'round', widthMm: 42, heightMm: 30 })).toEqual({ shape: 'round', widthMm: 42 });
  expect(companySealSchema.safeParse(usualSeal).success).toBe(true);
});
