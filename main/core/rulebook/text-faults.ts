import type { Condition } from '../../contract/condition.ts';
import type { Failure } from '../../contract/failure.ts';
import type { TextStandard } from '../../contract/text-standard.ts';
import { phraseBook } from '../texts/phrases.ts';
import { groupsOf } from '../texts/read-passages.ts';
import { recognisers } from '../texts/recognisers.ts';
import { rulebookFault, type ReadFile } from './read-yaml.ts';

interface Referring {
  readonly refer: (
    from: ReadFile<unknown>,
    path: readonly PropertyKey[],
    kind: 'clause' | 'rule',
    id: string,
  ) => void;
  readonly condition: (
    from: ReadFile<unknown>,
    path: readonly PropertyKey[],
    value: Condition | undefined,
  ) => void;
}

/** What is wrong with a standard of texts: references that lead nowhere, unknown or unused groups of words, repeated points. */
export function textFaults(
  { from, value }: { readonly from: ReadFile<unknown>; readonly value: TextStandard },
  { refer, condition }: Referring,
): readonly Failure[] {
  const faults: Failure[] = [];
  const fault = (path: readonly PropertyKey[], zh: string, en: string): void => {
    faults.push(rulebookFault(from.file, from.lineOf(path), { zh, en }));
  };
  const known = new Set(Object.keys(value.words));
  const used = new Set<string>();
  const points = new Set<string>();
  for (const [index, item] of value.items.entries()) {
    if (item.statement !== undefined) refer(from, ['items', index, 'statement'], 'rule', item.statement);
    for (const rule of item.rules ?? []) refer(from, ['items', index, 'rules'], 'rule', rule);
    for (const [at, point] of item.points.entries()) {
      const path = ['items', index, 'points', at];
      if (points.has(point.id)) {
        fault(path, `要点「${point.id}」重复`, `the point “${point.id}” occurs twice`);
      }
      points.add(point.id);
      for (const clause of point.cites) refer(from, [...path, 'cites'], 'clause', clause);
      if (point.rule !== undefined) refer(from, [...path, 'rule'], 'rule', point.rule);
      condition(from, [...path, 'applies'], point.applies);
      if (point.cites.length === 0 && point.advice === undefined) {
        fault(path, `要点「${point.id}」没有引用条款`, `the point “${point.id}” cites no clause`);
      }
      for (const group of [...point.find, ...(point.unclear ?? [])].flatMap(groupsOf)) {
        used.add(group);
        if (!known.has(group) && !recognisers.has(group)) {
          fault(path, `没有名为「${group}」的词组`, `there is no group of words “${group}”`);
        }
      }
    }
  }
  for (const group of known) {
    if (!used.has(group))
      fault(['words', group], `词组「${group}」没有用到`, `the group “${group}” is not used`);
  }
  try {
    phraseBook(value.words);
  } catch (error) {
    fault(['words'], String(error), String(error));
  }
  return faults;
}
