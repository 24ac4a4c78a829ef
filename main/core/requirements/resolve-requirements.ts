import type { DossierDocument } from '../../contract/dossier.ts';
import type { RequirementStatus } from '../../contract/report.ts';
import type { Answers, NeedsTree, RequirementRule, Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, filesOfField, fileFields, isFilled } from '../dossier/fields.ts';
import type { JudgedRequirement } from '../review/judged-report.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate, type Verdict } from '../rulebook/evaluate.ts';
import { fieldsOf, isGroup, type GroupRule } from '../rulebook/rule-kinds.ts';
import { becauseOf, choicesBehind } from './because.ts';
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
    return needs === null
      ? 'ok'
      : statusOfNeeds(needs, {
          statusOf: (leaf) => statusOf(leaf, resolving),
          isGiven: (leaf) => isGiven(leaf, resolving),
        });
  }
  const fields = fieldsOf(rule);
  if (!fields.some((field) => isFilled(valueAt(resolving.document, field)))) return 'missing';
  return fields.some((field) => resolving.invalidFields.has(field)) ? 'invalid' : 'ok';
}

/** Whether something was handed in for a requirement, a group's for any of its leaves. */
function isGiven(id: string, resolving: Resolving): boolean {
  const rule = resolving.rules.get(id);
  if (rule === undefined) return false;
  if (isGroup(rule)) return leavesOf(rule.needs).some((leaf) => isGiven(leaf, resolving));
  return fieldsOf(rule).some((field) => isFilled(valueAt(resolving.document, field)));
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
  const groupsOf = Map.groupBy(
    groups.flatMap((group) => leavesOf(group.needs).map((leaf) => ({ leaf, group }))),
    ({ leaf }) => leaf,
  );
  const parents = new Map([...groupsOf].map(([leaf, pairs]) => [leaf, pairs.map(({ group }) => group)]));
  const verdicts = new Map(all.map((rule) => [rule.id, withGroups(rule.id, own, parents)]));
  // A choice of which only one branch is left under the circumstances is no choice.
  const replaceable = new Map(
    groups.map((group) => {
      const needs = pruneNeeds(group.needs, (leaf) => verdicts.get(leaf)?.holds !== 'no');
      return [group.id, new Set(needs === null ? [] : replaceableLeaves(needs))];
    }),
  );
  const asking = (id: string): readonly GroupRule[] =>
    (parents.get(id) ?? []).filter((group) => verdicts.get(group.id)?.holds !== 'no');
  // A paper that one group lets be replaced is still required where another asks for it alone.
  const isOptional = (rule: RequirementRule): boolean => {
    const groupsThatAsk = asking(rule.id);
    const isReplaceable = (group: GroupRule): boolean =>
      replaceable.get(group.id)?.has(rule.id) === true || isOptional(group);
    return rule.optional === true || (groupsThatAsk.length > 0 && groupsThatAsk.every(isReplaceable));
  };
  const resolving: Resolving = {
    rulebook,
    document,
    invalidFields: input.invalidFields ?? new Set(),
    rules,
    verdicts,
  };

  /** Of the questions that a status hangs on, those that can be answered now; others come up once these are. */
  const askable = (facts: readonly string[]): string[] => {
    const now = facts.filter((id) => {
      const fact = rulebook.facts.find((one) => one.id === id);
      return evaluate(fact?.asked, circumstances).holds === 'yes';
    });
    return now.length > 0 ? now : [...facts];
  };

  return all.flatMap((rule): readonly JudgedRequirement[] => {
    const verdict = verdicts.get(rule.id) ?? { holds: 'no', facts: [] };
    if (verdict.holds === 'no') return [];
    const status = statusOf(rule.id, resolving);
    const [group] = asking(rule.id);
    const needs = isGroup(rule) ? neededOf(rule.needs, resolving) : null;
    // A group of which these circumstances ask nothing is no requirement.
    if (isGroup(rule) && needs === null) return [];
    const fields = fieldsOf(rule);
    const dueTo = choicesBehind(rule.applies, circumstances);
    const facts = status === 'open' ? askable([...new Set(openFacts(rule.id, resolving))].sort()) : [];
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
        ...(dueTo.length === 0 ? {} : { dueTo: [...dueTo] }),
        because: becauseOf(
          rulebook,
          rule,
          circumstances,
          { ...verdict, facts: askable(verdict.facts) },
          group?.title,
        ),
        cites: rule.cites,
        fields: [...fields],
        files: fields.filter(holdsFiles).flatMap((field) => filesOfField(document, field)),
      },
    ];
  });
}

/**
 * A leaf applies only where a group of its own applies: no wins over open, open over yes. A leaf of several groups applies
 * where any of them does.
 */
function withGroups(
  id: string,
  own: ReadonlyMap<string, Verdict>,
  parents: ReadonlyMap<string, readonly { readonly id: string }[]>,
): Verdict {
  const verdict = own.get(id) ?? { holds: 'no', facts: [] };
  const groups = parents.get(id) ?? [];
  if (groups.length === 0 || verdict.holds === 'no') return verdict;
  const outer = groups.map((group) => withGroups(group.id, own, parents));
  if (outer.some((one) => one.holds === 'yes')) return verdict;
  const open = outer.filter((one) => one.holds === 'open');
  if (open.length === 0) return { holds: 'no', facts: [] };
  const facts = new Set([...verdict.facts, ...open.flatMap((one) => one.facts)]);
  return { holds: 'open', facts: [...facts].sort() };
}
