import type { DossierDocument } from '../../contract/dossier.ts';
import type { RequirementStatus } from '../../contract/report.ts';
import type { Answers, NeedsTree, RequirementRule, Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, filesOfField, fileFields, isFilled } from '../dossier/fields.ts';
import type { JudgedRequirement } from '../review/judged-report.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate, type Verdict } from '../rulebook/evaluate.ts';
import { fieldsOf, isGroup } from '../rulebook/rule-kinds.ts';
import { becauseOf } from './because.ts';
import { inFormOrder } from './form-order.ts';
import { leavesOf, pruneNeeds, replaceableLeaves, statusOfNeeds } from './needs.ts';

/** The fields that hold files: their paths count, not their text. */
const holdsFiles = (field: string): boolean =>
  field.startsWith('documents.') || (fileFields as readonly string[]).includes(field);

/** The value of a requirement's field; attestations and documents are looked up by their whole id. */
function valueAt(document: DossierDocument, field: string): unknown {
  if (field.startsWith('attestations.')) return document.attestations?.[field.slice('attestations.'.length)];
  return fieldValue(document, field);
}

interface Resolving {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  /** Fields with a finding of level error: what they hold does not count. */
  readonly invalidFields: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, RequirementRule>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** The status of one requirement, groups by their leaves. */
function statusOf(id: string, resolving: Resolving): RequirementStatus {
  const rule = resolving.rules.get(id);
  if (rule === undefined) return 'missing';
  if (resolving.verdicts.get(id)?.holds === 'open') return 'open';
  if (isGroup(rule)) {
    const needs = neededOf(rule.needs, resolving);
    return needs === null ? 'ok' : statusOfNeeds(needs, (leaf) => statusOf(leaf, resolving));
  }
  const fields = fieldsOf(rule);
  if (!fields.some((field) => isFilled(valueAt(resolving.document, field)))) return 'missing';
  return fields.some((field) => resolving.invalidFields.has(field)) ? 'invalid' : 'ok';
}

const neededOf = (tree: NeedsTree, { verdicts }: Resolving): NeedsTree | null =>
  pruneNeeds(tree, (leaf) => verdicts.get(leaf)?.holds !== 'no');

/** The unanswered facts that a status `open` hangs on, those of a group's leaves with it. */
function openFacts(id: string, resolving: Resolving): readonly string[] {
  const own = resolving.verdicts.get(id)?.facts ?? [];
  const rule = resolving.rules.get(id);
  if (rule === undefined || !isGroup(rule)) return own;
  return [...own, ...leavesOf(rule.needs).flatMap((leaf) => openFacts(leaf, resolving))];
}

/**
 * What a dossier needs, why, and what is there, in the order of the upload form, statements last. What hangs on an unanswered fact is
 * listed as `open`; what does not apply is left out. `invalidFields` are those that findings of level error name.
 */
export function resolveRequirements(input: {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  readonly answers?: Answers;
  readonly invalidFields?: ReadonlySet<string>;
}): readonly JudgedRequirement[] {
  const { rulebook, document } = input;
  const circumstances = circumstancesOf(rulebook, document, input.answers ?? document.facts ?? {});
  const all = inFormOrder(rulebook);
  const rules = new Map(all.map((rule) => [rule.id, rule]));
  const own = new Map(all.map((rule) => [rule.id, evaluate(rule.applies, circumstances)]));
  const groups = all.filter(isGroup);
  const groupOf = new Map(
    groups.flatMap((group) => leavesOf(group.needs).map((leaf) => [leaf, group] as const)),
  );
  const verdicts = new Map(all.map((rule) => [rule.id, withGroup(rule.id, own, groupOf)]));
  const replaceable = new Set(groups.flatMap((group) => replaceableLeaves(group.needs)));
  const isOptional = (rule: RequirementRule): boolean => {
    const group = groupOf.get(rule.id);
    return rule.optional === true || replaceable.has(rule.id) || (group !== undefined && isOptional(group));
  };
  const resolving: Resolving = {
    rulebook,
    document,
    invalidFields: input.invalidFields ?? new Set(),
    rules,
    verdicts,
  };

  return all.flatMap((rule): readonly JudgedRequirement[] => {
    const verdict = verdicts.get(rule.id) ?? { holds: 'no', facts: [] };
    if (verdict.holds === 'no') return [];
    const status = statusOf(rule.id, resolving);
    const group = groupOf.get(rule.id);
    const needs = isGroup(rule) ? neededOf(rule.needs, resolving) : null;
    const fields = fieldsOf(rule);
    const facts = status === 'open' ? [...new Set(openFacts(rule.id, resolving))].sort() : [];
    return [
      {
        id: rule.id,
        title: rule.title,
        kind: rule.kind,
        status,
        optional: isOptional(rule),
        ...(facts.length > 0 ? { facts } : {}),
        ...(needs === null ? {} : { needs: typeof needs === 'string' ? { allOf: [needs] } : needs }),
        ...(group === undefined ? {} : { partOf: group.id }),
        because: becauseOf(rulebook, rule, circumstances, verdict, group?.title),
        cites: rule.cites,
        fields: [...fields],
        files: fields.filter(holdsFiles).flatMap((field) => filesOfField(document, field)),
      },
    ];
  });
}

/** A leaf applies only where its group does: no wins over open, open over yes. */
function withGroup(
  id: string,
  own: ReadonlyMap<string, Verdict>,
  groupOf: ReadonlyMap<string, { readonly id: string }>,
): Verdict {
  const verdict = own.get(id) ?? { holds: 'no', facts: [] };
  const group = groupOf.get(id);
  if (group === undefined || verdict.holds === 'no') return verdict;
  const outer = withGroup(group.id, own, groupOf);
  if (outer.holds === 'yes') return verdict;
  if (outer.holds === 'no') return outer;
  return { holds: 'open', facts: [...new Set([...verdict.facts, ...outer.facts])].sort() };
}
