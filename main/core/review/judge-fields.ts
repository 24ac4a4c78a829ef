import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { CheckRule, Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, isFilled } from '../dossier/fields.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { isCheckRule } from '../rulebook/rule-kinds.ts';
import { checkRegistry } from './check-registry.ts';

/** What an error-level rule of the rulebook finds in one field. */
export interface FieldFault {
  readonly field: string;
  readonly message: Localized;
}

/**
 * Runs the rules of level error over what is typed into some fields, without looking at any file: what a letter made from
 * them would print wrong. Rules that hang on questions without an answer find nothing.
 */
export function judgeFields(input: {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  readonly fields: ReadonlySet<string>;
  readonly today: string;
}): readonly FieldFault[] {
  const { rulebook, document, fields, today } = input;
  const circumstances = circumstancesOf(rulebook, document);
  return rulesOn(rulebook, fields).flatMap((rule) => {
    const { field } = rule.on;
    const value = fieldValue(document, field);
    if (!isFilled(value) || evaluate(rule.applies, circumstances).holds !== 'yes') return [];
    const check = checkRegistry.get(rule.check);
    const situation = { document, rulebook, inspections: new Map(), today };
    const found = check?.run({ kind: 'field', field, value }, rule.parameters ?? {}, situation) ?? [];
    return found.flatMap((one) =>
      one.outcome === 'fail' ? [{ field: one.at ?? field, message: one.message }] : [],
    );
  });
}

type FieldRule = CheckRule & { readonly on: { readonly field: string }; readonly level: 'error' };

const kept = new WeakMap<Rulebook, WeakMap<ReadonlySet<string>, readonly FieldRule[]>>();

/** The rules of level error on some fields, in the rulebook's order; looked for once for all rows that a batch judges by them. */
function rulesOn(rulebook: Rulebook, fields: ReadonlySet<string>): readonly FieldRule[] {
  const ofRulebook = kept.get(rulebook) ?? new WeakMap<ReadonlySet<string>, readonly FieldRule[]>();
  kept.set(rulebook, ofRulebook);
  const found =
    ofRulebook.get(fields) ??
    rulebook.rules.filter(
      (rule): rule is FieldRule =>
        isCheckRule(rule) && 'field' in rule.on && fields.has(rule.on.field) && rule.level === 'error',
    );
  ofRulebook.set(fields, found);
  return found;
}
