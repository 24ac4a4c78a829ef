import type { Localized } from '../../contract/language.ts';
import type { LetterSummary } from '../../contract/letters.ts';
import { leavesOf } from '../requirements/needs.ts';
import type { JudgedRequirement } from '../review/judged-report.ts';
import type { FilledForm } from './fill-form.ts';
import type { FilledLetter } from './fill-letter.ts';
import type { CopyRule } from './pack-copies.ts';
import type { LeftOut } from './pack-cover.ts';

/** Why a letter is not in a pack; null when it is to be printed. */
export function leftLetter(
  made: {
    readonly template: { readonly id: string; readonly title: Localized };
    readonly filled: FilledLetter | FilledForm;
    readonly unprintable: readonly string[];
    readonly need: LetterSummary['need'];
    readonly because: Localized;
  },
  how: { readonly isNamed: boolean; readonly isScanned: boolean; readonly isLeftOut?: boolean },
): LeftOut | null {
  const { template, filled, unprintable, need, because } = made;
  const { isNamed, isScanned, isLeftOut = false } = how;
  const { id, title } = template;
  if (isLeftOut) {
    const why = { zh: '需要交，这次没有选它', en: 'Required, and left out this time' };
    return { id, title, reason: 'not-asked', why };
  }
  if (!isNamed && need !== 'required') {
    const why: Localized =
      need === 'optional'
        ? { zh: `可以不交，没有选它。${because.zh}`, en: `Optional and not asked for. ${because.en}` }
        : {
            zh: `是否需要还没有定，没有选它。${because.zh}`,
            en: `Not decided and not asked for. ${because.en}`,
          };
    return { id, title, reason: 'not-asked', why };
  }
  if (filled.kind === 'missing-data') {
    const fields = filled.missing.map((one) => one.title);
    const isMisfit = filled.missing.some((one) => one.isMisfit === true);
    return {
      id,
      title,
      reason: 'not-ready',
      why: {
        zh: `${isMisfit ? '资料不全或须改正：' : '资料不全，还缺：'}${fields.map(({ zh }) => zh).join('、')}`,
        en: `${isMisfit ? 'Data is missing or does not fit' : 'Data is missing'}: ${fields.map(({ en }) => en).join(', ')}`,
      },
    };
  }
  if (unprintable.length > 0) {
    return {
      id,
      title,
      reason: 'not-ready',
      why: {
        zh: `有字体无法打印的字符：${unprintable.join('、')}`,
        en: `No font prints: ${unprintable.join(', ')}`,
      },
    };
  }
  if (!isScanned) return null;
  return {
    id,
    title,
    reason: 'scanned',
    why: {
      zh: '案卷里已有签盖好的现行扫描件；要重新打印，请按名字选它',
      en: 'A current scan, signed or sealed, is on file; name it to print it again',
    },
  };
}

/** The papers that a dossier wants sealed or inscribed and of which nothing was handed over to print. */
export function leftPapers(input: {
  readonly requirements: readonly JudgedRequirement[];
  /** Those of which copies are printed, in the order of the form. */
  readonly wanted: readonly CopyRule[];
  /** Ids of what was handed over. */
  readonly given: readonly string[];
}): readonly LeftOut[] {
  const { requirements, wanted, given } = input;
  const stateOf = new Map(requirements.map((one) => [one.id, one]));
  const isThere = (id: string): boolean => given.includes(id) || (stateOf.get(id)?.files.length ?? 0) > 0;
  const named = new Set<string>();
  return wanted.flatMap(({ id, title }): readonly LeftOut[] => {
    const state = stateOf.get(id);
    if (state === undefined || given.includes(id)) return [];
    if (state.files.length > 0) return [{ id, title, reason: 'scanned', why: onFile }];
    if (state.status === 'open') {
      const why = {
        zh: `是否需要还没有定。${state.because.zh}`,
        en: `Not decided yet. ${state.because.en}`,
      };
      return [{ id, title, reason: 'not-asked', why }];
    }
    const group = state.optional && state.partOf !== undefined ? stateOf.get(state.partOf) : undefined;
    if (group?.needs === undefined) return [{ id, title, reason: 'no-file', why: noFile }];
    // One of several will do: said once, and only while there is none.
    const leaves = leavesOf(group.needs);
    if (named.has(group.id) || wanted.some((one) => leaves.includes(one.id) && isThere(one.id))) return [];
    named.add(group.id);
    return [{ id: group.id, title: group.title, reason: 'no-file', why: noFile }];
  });
}

const onFile: Localized = {
  zh: '案卷里已有文件，按签盖好的扫描件对待',
  en: 'A file is on record and is taken for the scan that is signed or sealed',
};
const noFile: Localized = {
  zh: '没有给出还没签盖的图片或 PDF，无法打印；有了以后重新生成打印包',
  en: 'No picture or PDF without signature and seal was handed over: make the pack again with it',
};
