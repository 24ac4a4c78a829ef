import { describe, expect, test } from 'vitest';
import { fieldRules } from '../../../main/core/review/field-rules.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const of = (field: string, document = dossierWith()) =>
  fieldRules(rulebook, document).find((one) => one.field === field);

describe('what the rules say of a field', () => {
  test('names what asks for it first, then what looks at it, the gravest first', () => {
    const { rules } = of('app.name')!;
    expect(rules[0]).toMatchObject({ id: 'app-name' });
    const levels = rules.slice(1).map((one) => one.level);
    expect(levels).toEqual(
      levels.toSorted(
        (a, b) => ['error', 'warning', 'notice'].indexOf(a!) - ['error', 'warning', 'notice'].indexOf(b!),
      ),
    );
    expect(levels).toContain('error');
  });

  test('gives the limits of its length as the rules have them', () => {
    expect(of('app.intro')!.limits).toEqual([
      { rule: 'app-intro-within-limit', level: 'error', unit: 'han', max: 15 },
      { rule: 'app-intro-within-strict-count', level: 'warning', unit: 'characters', max: 15 },
    ]);
    expect(of('app.name')!.limits).toContainEqual({
      rule: 'app-name-preferred-length',
      level: 'warning',
      unit: 'hanLetters',
      min: 2,
      max: 6,
    });
  });

  test('counts a check of files to the field that holds them', () => {
    expect(of('app.logo')!.rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['app-logo', 'app-logo-pixels']),
    );
    expect(of('documents.business-licence')!.rules[0]).toMatchObject({ id: 'business-licence' });
  });

  test('leaves out what does not apply to the dossier', () => {
    const shown = dossierWith({ track: 'showcase' });
    expect(of('attestations.showcase-pictures-and-guide')).toBeUndefined();
    expect(of('attestations.showcase-pictures-and-guide', shown)).toBeDefined();
  });
});
