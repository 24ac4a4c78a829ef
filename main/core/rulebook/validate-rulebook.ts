import type { Failure } from '../../contract/failure.ts';
import type { Condition } from '../../contract/condition.ts';
import type { Localized } from '../../contract/language.ts';
import type { Background, Category, Conflict, Fact, Rule, Rulebook } from '../../contract/rulebook.ts';
import type { TextStandard } from '../../contract/text-standard.ts';
import { leavesOf } from '../requirements/needs.ts';
import type { AnyCheck } from '../review/check.ts';
import { answerFits } from './circumstances.ts';
import { matchesClause } from './clause-coverage.ts';
import { atomsOf } from './condition-parts.ts';
import { nearNames } from '../near-name.ts';
import { rulebookFault, type ReadFile } from './read-yaml.ts';
import { isRequirementRule } from './rule-kinds.ts';
import { textFaults } from './text-faults.ts';

/** What rules may refer to outside their own folder. */
export interface Surroundings {
  readonly checks: ReadonlyMap<string, AnyCheck>;
  /** The folders under resources/letters/. */
  readonly letters: ReadonlySet<string>;
}

/** Something of the rulebook with where it was read: the file, and the path to it inside. */
export interface Placed<T> {
  readonly from: ReadFile<unknown>;
  readonly path: readonly PropertyKey[];
  readonly value: T;
}

/** A rulebook before its references are known to lead somewhere, with where each part was read. */
export interface Draft {
  readonly rulebook: Rulebook;
  readonly rules: readonly Placed<Rule>[];
  readonly facts: readonly Placed<Fact>[];
  readonly categories: readonly Placed<Category>[];
  readonly background: readonly Placed<Background>[];
  readonly conflicts: readonly Placed<Conflict>[];
  readonly texts: readonly Placed<TextStandard>[];
}

type Path = readonly PropertyKey[];

/** Finds every reference that leads nowhere; each fault names file and line. */
export function validateRulebook(draft: Draft, surroundings: Surroundings): readonly Failure[] {
  const { rulebook } = draft;
  const faults: Failure[] = [];
  const ids = {
    clause: [...rulebook.clauses.keys()],
    category: rulebook.categories.map((one) => one.id),
    track: rulebook.platform.tracks.map((one) => one.id),
    fact: rulebook.facts.map((one) => one.id),
    topic: rulebook.platform.topics.map((one) => one.id),
    section: rulebook.platform.sections.map((one) => one.id),
    requirement: rulebook.rules.filter(isRequirementRule).map((one) => one.id),
    rule: rulebook.rules.map((one) => one.id),
    questions: rulebook.platform.questions.map((one) => one.id),
    check: [...surroundings.checks.keys()],
    letter: [...surroundings.letters],
    conflict: rulebook.conflicts.map((one) => one.id),
  };
  const titles: Readonly<Record<keyof typeof ids, Localized>> = {
    clause: { zh: '条款', en: 'clause' },
    category: { zh: '类目', en: 'category' },
    track: { zh: '申请类型', en: 'track' },
    fact: { zh: '问题', en: 'fact' },
    topic: { zh: '主题', en: 'topic' },
    section: { zh: '分区', en: 'section' },
    requirement: { zh: '材料', en: 'requirement' },
    rule: { zh: '规则', en: 'rule' },
    questions: {
      zh: '问题主题（platform.yaml 的 questions）',
      en: 'topic of questions (questions in platform.yaml)',
    },
    check: { zh: '检查', en: 'check' },
    letter: { zh: '文书（resources/letters 下的文件夹）', en: 'letter (a folder under resources/letters)' },
    conflict: { zh: '来源冲突', en: 'conflict' },
  };

  const refer = (from: ReadFile<unknown>, path: Path, kind: keyof typeof ids, id: string): void => {
    if (ids[kind].includes(id)) return;
    const [near] = nearNames(id, ids[kind]);
    faults.push(
      rulebookFault(from.file, from.lineOf(path), {
        zh: `没有名为「${id}」的${titles[kind].zh}${near === undefined ? '' : `，是否想写「${near}」`}`,
        en: `there is no ${titles[kind].en} “${id}”${near === undefined ? '' : `; did you mean “${near}”`}`,
      }),
    );
  };
  const all = (
    from: ReadFile<unknown>,
    path: Path,
    kind: keyof typeof ids,
    values: string | readonly string[],
  ): void => {
    for (const value of typeof values === 'string' ? [values] : values) refer(from, path, kind, value);
  };
  const condition = (from: ReadFile<unknown>, path: Path, value: Condition | undefined): void => {
    for (const { atom } of atomsOf(value)) {
      if ('category' in atom) all(from, path, 'category', atom.category);
      if ('track' in atom) all(from, path, 'track', atom.track);
      if ('fact' in atom) {
        refer(from, path, 'fact', atom.fact);
        const fact = rulebook.facts.find((one) => one.id === atom.fact);
        if (fact !== undefined && !canBe(fact, atom.is)) {
          faults.push(
            rulebookFault(from.file, from.lineOf(path), {
              zh: `问题「${fact.id}」不会有这样的回答：${JSON.stringify(atom.is)}`,
              en: `the fact “${fact.id}” is never answered ${JSON.stringify(atom.is)}`,
            }),
          );
        }
      }
    }
  };

  for (const rule of draft.rules) validateRule(rule, surroundings, { refer, all, condition, faults });
  for (const { from, path, value } of draft.facts) {
    all(from, [...path, 'cites'], 'clause', value.cites);
    condition(from, [...path, 'asked'], value.asked);
    refer(from, path, 'questions', value.topic);
  }
  for (const { from, path, value } of draft.categories) {
    all(from, [...path, 'cites'], 'clause', value.cites ?? []);
  }
  for (const { from, value } of draft.conflicts) {
    value.sides.forEach((side, index) => all(from, ['sides', index], 'clause', side.cites));
    all(from, ['rules'], 'rule', value.rules);
  }
  for (const text of draft.texts) faults.push(...textFaults(text, { refer, condition }));
  return [...faults, ...misplacedBackground(draft)];
}

/** Background that names no clause, and clauses that are named as background although a rule cites them. */
function misplacedBackground({ rulebook, background }: Draft): readonly Failure[] {
  const cited = new Set(rulebook.rules.flatMap((rule) => rule.cites));
  const ids = [...rulebook.clauses.keys()];
  return background.flatMap(({ from, path, value }) =>
    value.clauses.flatMap((pattern, index): readonly Failure[] => {
      const fault = (what: Localized): readonly Failure[] => [
        rulebookFault(from.file, from.lineOf([...path, 'clauses', index]), what),
      ];
      if (!ids.some((id) => matchesClause(pattern, id))) {
        const [near] = nearNames(pattern, ids);
        return fault({
          zh: `没有条款「${pattern}」${near === undefined ? '' : `，是否想写「${near}」`}`,
          en: `there is no clause “${pattern}”${near === undefined ? '' : `; did you mean “${near}”`}`,
        });
      }
      if (!cited.has(pattern)) return [];
      return fault({
        zh: `条款「${pattern}」有规则引用，不是背景`,
        en: `the clause “${pattern}” is cited by a rule and is no background`,
      });
    }),
  );
}

interface Referring {
  readonly refer: (
    from: ReadFile<unknown>,
    path: Path,
    kind: 'topic' | 'section' | 'check' | 'letter' | 'requirement' | 'conflict' | 'rule',
    id: string,
  ) => void;
  readonly all: (from: ReadFile<unknown>, path: Path, kind: 'clause', values: readonly string[]) => void;
  readonly condition: (from: ReadFile<unknown>, path: Path, value: Condition | undefined) => void;
  readonly faults: Failure[];
}

function validateRule({ from, value: rule }: Placed<Rule>, { checks }: Surroundings, on: Referring): void {
  for (const [index, clause] of rule.cites.entries()) on.all(from, ['cites', index], 'clause', [clause]);
  on.condition(from, ['applies'], rule.applies);
  if (isRequirementRule(rule) && rule.place !== undefined) {
    on.refer(from, ['place', 'section'], 'section', rule.place.section);
  }
  switch (rule.kind) {
    case 'letter':
      return on.refer(from, ['letter'], 'letter', rule.letter);
    case 'attestation':
      return on.refer(from, ['topic'], 'topic', rule.topic);
    case 'document':
      for (const leaf of rule.needs === undefined ? [] : leavesOf(rule.needs)) {
        on.refer(from, ['needs'], 'requirement', leaf);
      }
      if (rule.copy?.conflict !== undefined) {
        on.refer(from, ['copy', 'conflict'], 'conflict', rule.copy.conflict);
      }
      return undefined;
    case 'check': {
      on.refer(from, ['check'], 'check', rule.check);
      if (rule.settledBy !== undefined) on.refer(from, ['settledBy'], 'rule', rule.settledBy);
      if ('files' in rule.on) {
        for (const id of rule.on.files) on.refer(from, ['on', 'files'], 'requirement', id);
      }
      if ('letters' in rule.on) {
        for (const id of rule.on.letters) on.refer(from, ['on', 'letters'], 'requirement', id);
      }
      const parsed = checks.get(rule.check)?.parse(rule.parameters ?? {});
      if (parsed !== undefined && !parsed.success) {
        on.faults.push(
          rulebookFault(from.file, from.lineOf(['parameters']), {
            zh: `参数不适合检查「${rule.check}」：${parsed.problem ?? ''}`,
            en: `the parameters do not fit the check “${rule.check}”: ${parsed.problem ?? ''}`,
          }),
        );
      }
      return undefined;
    }
    case 'asset':
    case 'text':
    case 'deadline':
      return undefined;
  }
}

/** Whether some answer to the fact is what a condition asks for. */
function canBe(fact: Fact, is: boolean | string | readonly string[]): boolean {
  if (typeof is === 'boolean') return fact.answer.kind === 'yes-no';
  const wanted = typeof is === 'string' ? [is] : is;
  return wanted.every((one) => answerFits(fact, fact.answer.kind === 'some-of' ? [one] : one));
}
