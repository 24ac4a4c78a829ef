import type { DossierDocument } from '../../contract/dossier.ts';
import type { RequirementStatus } from '../../contract/report.ts';
import type { Answers, NeedsTree, RequirementRule, Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, filesOfField, fileFields, isFilled } from '../dossier/fields.ts';
import { isIdentityCopy } from '../rulebook/identity-copies.ts';
import type { JudgedRequirement } from '../review/judged-report.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate, type Circumstances, type Verdict } from '../rulebook/evaluate.ts';
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

const neededOf = (tree: NeedsTree, { verdicts }: Pick<Resolving, 'verdicts'>): NeedsTree | null =>
  pruneNeeds(tree, (leaf) => verdicts.get(leaf)?.holds !== 'no');

/** The unanswered facts that a status `open` hangs on, those of a group's leaves with it. */
function openFacts(id: string, resolving: Pick<Resolving, 'rules' | 'verdicts'>): readonly string[] {
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
  const { rules, verdicts, asked } = standingUnder(rulebook, circumstances);
  const resolving: Resolving = {
    rulebook,
    document,
    invalidFields: input.invalidFields ?? new Set(),
    rules,
    verdicts,
  };
  return asked.map(({ fields, openedBy, ...requirement }) => {
    const status = statusOf(requirement.id, resolving);
    const facts = status === 'open' ? openedBy() : [];
    return {
      id: requirement.id,
      title: requirement.title,
      kind: requirement.kind,
      status,
      optional: requirement.optional,
      ...(facts.length > 0 ? { facts: [...facts] } : {}),
      ...requirement.rest,
      because: requirement.because,
      cites: requirement.cites,
      fields: [...fields],
      files: fields.filter(holdsFiles).flatMap((field) => filesOfField(document, field)),
    };
  });
}

/** A requirement as far as it follows from the choices alone, whatever was handed in. */
interface Asked extends Pick<JudgedRequirement, 'id' | 'title' | 'kind' | 'optional' | 'because' | 'cites'> {
  readonly fields: readonly string[];
  readonly rest: Pick<JudgedRequirement, 'needs' | 'partOf' | 'dueTo' | 'carriesPurpose'>;
  /** The questions that a status `open` hangs on and that can be answered now. */
  openedBy(): readonly string[];
}

interface Standing {
  readonly rules: ReadonlyMap<string, RequirementRule>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly asked: readonly Asked[];
}

const standings = new WeakMap<Rulebook, { readonly key: string; readonly standing: Standing }>();

/** What a rulebook asks under some circumstances, worked out once for as long as these stay the same. */
function standingUnder(rulebook: Rulebook, circumstances: Circumstances): Standing {
  const key = JSON.stringify({ ...circumstances, moot: [...(circumstances.moot ?? [])] });
  const before = standings.get(rulebook);
  if (before?.key === key) return before.standing;
  const standing = workOut(rulebook, circumstances);
  standings.set(rulebook, { key, standing });
  return standing;
}

function workOut(rulebook: Rulebook, circumstances: Circumstances): Standing {
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
  /** Of the questions that a status hangs on, those that can be answered now; others come up once these are. */
  const askable = (facts: readonly string[]): string[] => {
    const now = facts.filter((id) => {
      const fact = rulebook.facts.find((one) => one.id === id);
      return evaluate(fact?.asked, circumstances).holds === 'yes';
    });
    return now.length > 0 ? now : [...facts];
  };

  const asked = all.flatMap((rule): readonly Asked[] => {
    const verdict = verdicts.get(rule.id) ?? { holds: 'no', facts: [] };
    if (verdict.holds === 'no') return [];
    const [group] = asking(rule.id);
    const needs = isGroup(rule) ? neededOf(rule.needs, { verdicts }) : null;
    // A group of which these circumstances ask nothing is no requirement.
    if (isGroup(rule) && needs === null) return [];
    const fields = fieldsOf(rule);
    const dueTo = choicesBehind(rule.applies, circumstances);
    let open: readonly string[] | null = null;
    return [
      {
        id: rule.id,
        title: rule.title,
        kind: rule.kind,
        optional: isOptional(rule),
        rest: {
          ...(needs === null ? {} : { needs: typeof needs === 'string' ? { allOf: [needs] } : needs }),
          ...(group === undefined ? {} : { partOf: group.id }),
          ...(dueTo.length === 0 ? {} : { dueTo: [...dueTo] }),
          ...(isIdentityCopy(rule) ? { carriesPurpose: true as const } : {}),
        },
        because: becauseOf(
          rulebook,
          rule,
          circumstances,
          { ...verdict, facts: askable(verdict.facts) },
          group?.title,
        ),
        cites: rule.cites,
        fields,
        openedBy: () => (open ??= askable([...new Set(openFacts(rule.id, { rules, verdicts }))].sort())),
      },
    ];
  });
  return { rules, verdicts, asked };
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
