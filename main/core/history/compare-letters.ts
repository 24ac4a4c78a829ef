import type { Localized } from '../../contract/language.ts';
import { compareLines, type ComparedLine } from '../letters/compare-lines.ts';
import { staleReasons } from '../letters/stale-reasons.ts';
import type { LetterThen } from './dossier-snapshot.ts';

/** One letter that came, went or says something else. */
export interface LetterChange {
  readonly letter: string;
  readonly title: Localized;
  readonly change: 'added' | 'removed' | 'changed';
  readonly from: { readonly revision: string; readonly template: Localized } | null;
  readonly to: { readonly revision: string; readonly template: Localized } | null;
  readonly reasons: readonly Localized[];
  readonly added: number;
  readonly removed: number;
  /** Absent where it stands on the platform's form. */
  readonly lines?: readonly ComparedLine[];
}

/**
 * Compares letters of two times, by id. Of a letter run only its own letters are known: `isRun` leaves those out that it
 * did not make.
 */
export function compareLetters(
  from: readonly LetterThen[],
  to: readonly LetterThen[],
  isRun: boolean,
): readonly LetterChange[] {
  const ids = [...new Set([...from, ...to].map(({ letter }) => letter))].toSorted();
  return ids.flatMap((id): readonly LetterChange[] => {
    const before = from.find(({ letter }) => letter === id);
    const after = to.find(({ letter }) => letter === id);
    const one = after ?? before;
    if (one === undefined || (isRun && (before === undefined || after === undefined))) return [];
    if (before !== undefined && after !== undefined && isSame(before, after)) return [];
    const lines = linesOf(before, after);
    return [
      {
        letter: id,
        title: one.title,
        change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
        from: before === undefined ? null : { revision: before.revision, template: templateOf(before) },
        to: after === undefined ? null : { revision: after.revision, template: templateOf(after) },
        reasons:
          before === undefined || after === undefined
            ? []
            : staleReasons(
                { on: '1970-01-01', ...before.origin },
                after.origin,
                before.revision === after.revision,
              ).map(({ text }) => text),
        added: lines?.filter(({ kind }) => kind === 'added').length ?? 0,
        removed: lines?.filter(({ kind }) => kind === 'removed').length ?? 0,
        ...(lines === null ? {} : { lines }),
      },
    ];
  });
}

const isSame = (before: LetterThen, after: LetterThen): boolean =>
  before.revision === after.revision && before.words === after.words;

/** Null where one of the two stands on the platform's form. */
function linesOf(
  before: LetterThen | undefined,
  after: LetterThen | undefined,
): readonly ComparedLine[] | null {
  if (before?.words === null || after?.words === null) return null;
  if (before === undefined || after === undefined) return [];
  return compareLines(before.words, after.words);
}

function templateOf({ origin: { form, template } }: LetterThen): Localized {
  if (form !== undefined)
    return { zh: `平台格式第 ${form.version} 版`, en: `version ${form.version} of the platform’s form` };
  return template.origin === 'app'
    ? { zh: `自带模板 ${template.version}`, en: `the app’s ${template.version}` }
    : { zh: `团队模板 ${template.version}`, en: `the team’s ${template.version}` };
}
