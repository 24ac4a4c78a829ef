import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Level, Rule, Rulebook } from '../../contract/rulebook.ts';
import type { LengthUnit } from '../../contract/text-length.ts';
import { textLengthParameters } from '../app/text-checks.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';

/** A limit on the length of a field's text. */
interface FieldLimit {
  readonly rule: string;
  readonly level: Level;
  readonly unit: LengthUnit;
  readonly min?: number;
  readonly max: number;
}

/** What the rules say of one field. */
interface FieldRules {
  readonly field: string;
  readonly rules: readonly { readonly id: string; readonly title: Localized; readonly level?: Level }[];
  readonly limits: readonly FieldLimit[];
}

const weight: Readonly<Record<Level, number>> = { error: 1, warning: 2, notice: 3 };
const weightOf = (rule: Rule): number => (rule.kind === 'check' ? weight[rule.level] : 0);

/** The fields that a rule asks for or looks at; rules on every paper are about none in particular. */
function fieldsOf(rule: Rule, byId: ReadonlyMap<string, Rule>): readonly string[] {
  switch (rule.kind) {
    case 'text':
      return [rule.field];
    case 'asset':
      return rule.fields;
    case 'document':
      return [`documents.${rule.id}`];
    case 'letter':
      return [`letters.${rule.letter}`, `documents.${rule.id}`];
    case 'attestation':
      return [`attestations.${rule.id}`];
    case 'deadline':
      return [];
    case 'check': {
      if ('field' in rule.on) return [rule.on.field];
      if ('letters' in rule.on) return rule.on.letters.map((id) => `letters.${id}`);
      if (!('files' in rule.on)) return [];
      return rule.on.files.flatMap((id) => {
        const asked = byId.get(id);
        return asked === undefined ? [] : fieldsOf(asked, byId);
      });
    }
  }
}

function limitOf(rule: Rule): readonly FieldLimit[] {
  if (rule.kind !== 'check' || rule.check !== 'text-length') return [];
  const { unit, min, max } = textLengthParameters.parse(rule.parameters ?? {});
  return [{ rule: rule.id, level: rule.level, unit, ...(min === undefined ? {} : { min }), max }];
}

/** The rules that apply to a dossier by the field that they are about, in the order of the fields' names. */
export function fieldRules(rulebook: Rulebook, document: DossierDocument): readonly FieldRules[] {
  const circumstances = circumstancesOf(rulebook, document);
  const byId = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  const byField = new Map<string, Rule[]>();
  for (const rule of rulebook.rules) {
    if (evaluate(rule.applies, circumstances).holds === 'no') continue;
    for (const field of fieldsOf(rule, byId)) byField.set(field, [...(byField.get(field) ?? []), rule]);
  }
  return [...byField]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, found]) => {
      const rules = found.toSorted((a, b) => weightOf(a) - weightOf(b) || (a.id < b.id ? -1 : 1));
      return {
        field,
        rules: rules.map((rule) => ({
          id: rule.id,
          title: rule.title,
          ...('level' in rule ? { level: rule.level } : {}),
        })),
        limits: rules.flatMap(limitOf),
      };
    });
}
