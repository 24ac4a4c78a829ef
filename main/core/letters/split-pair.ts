import type { WordRun } from '../../contract/word.ts';

/** Label and value of a line `label: value`, cut at its first colon outside tags, of either width; null where there is none. */
export function splitPair(
  runs: readonly WordRun[],
): { readonly label: readonly WordRun[]; readonly value: readonly WordRun[] } | null {
  for (const [index, run] of runs.entries()) {
    if (run.tag === true) continue;
    const at = run.text.search(/[:：]/);
    if (at < 0) continue;
    const withText = (text: string): readonly WordRun[] => (text === '' ? [] : [{ ...run, text }]);
    return {
      label: [...runs.slice(0, index), ...withText(run.text.slice(0, at).replace(/\s+$/, ''))],
      value: withoutLeadingBlanks([...withText(run.text.slice(at + 1)), ...runs.slice(index + 1)]),
    };
  }
  return null;
}

/** Full-width blanks stay: they are ruled to write on. */
function withoutLeadingBlanks(runs: readonly WordRun[]): readonly WordRun[] {
  const [first, ...others] = runs;
  if (first === undefined || first.tag === true) return runs;
  const text = first.text.replace(/^[ \t]+/, '');
  return text === '' ? withoutLeadingBlanks(others) : [{ ...first, text }, ...others];
}
