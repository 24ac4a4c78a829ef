import type { LetterOrigin } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { StaleReason, TemplateVersion } from '../../contract/letters.ts';
import type { Ingredients } from './letter-origin.ts';
import { variableTitle } from './variable-title.ts';

/** A {@link StaleReason} in both languages. */
export interface LocalizedStaleReason extends Pick<StaleReason, 'kind'> {
  readonly text: Localized;
  readonly fields: readonly string[];
}

/**
 * Why a print of another revision differs from what would be printed now, or why one of the same revision should be
 * looked at again: its wording, data or rule changed. `unknown` where nobody wrote down what it was made from.
 */
export function staleReasons(
  before: LetterOrigin | undefined,
  now: Ingredients,
  isSameRevision: boolean,
): readonly LocalizedStaleReason[] {
  if (before === undefined) return isSameRevision ? [] : [unknown];
  const reasons = [
    ...(isSameRevision ? [] : [...wordingReason(before, now), ...dataReason(before, now)]),
    ...ruleReason(before, now),
  ];
  return reasons.length > 0 || isSameRevision ? reasons : [unknown];
}

const unknown: LocalizedStaleReason = {
  kind: 'unknown',
  text: {
    zh: '案卷里没有记下它当时用的措辞和资料，说不出具体是哪一处变了',
    en: 'The dossier does not say what it was made from, so what changed is unknown',
  },
  fields: [],
};

function wordingReason(before: LetterOrigin, now: Ingredients): readonly LocalizedStaleReason[] {
  if (before.template.text === now.template.text) return [];
  const [was, is] = [nameOf(before.template), nameOf(now.template)];
  const isNamedSame = was.zh === is.zh;
  return [
    {
      kind: 'wording',
      text: {
        zh: isNamedSame ? `措辞变了（${is.zh}，内容有改动）` : `措辞变了：当时是${was.zh}，现在是${is.zh}`,
        en: isNamedSame
          ? `The wording changed (${is.en}, edited)`
          : `The wording changed: it was ${was.en} and is ${is.en}`,
      },
      fields: [],
    },
  ];
}

const nameOf = ({ version, origin }: TemplateVersion): Localized =>
  origin === 'app'
    ? { zh: `自带模板 ${version}`, en: `the app’s ${version}` }
    : { zh: `团队模板 ${version}`, en: `the team’s ${version}` };

function dataReason(before: LetterOrigin, now: Ingredients): readonly LocalizedStaleReason[] {
  // A variable that only one of the two looks at came or went with the wording.
  const fields = Object.keys(now.data).filter(
    (variable) => before.data[variable] !== undefined && before.data[variable] !== now.data[variable],
  );
  if (fields.length === 0) return [];
  const titles = fields.map((variable) => variableTitle(variable));
  return [
    {
      kind: 'data',
      text: {
        zh: `资料变了：${titles.map(({ zh }) => zh).join('、')}`,
        en: `The data changed: ${titles.map(({ en }) => en).join(', ')}`,
      },
      fields,
    },
  ];
}

function ruleReason(before: LetterOrigin, now: Ingredients): readonly LocalizedStaleReason[] {
  if (before.rule === undefined || now.rule === undefined || before.rule.text === now.rule.text) return [];
  const [was, is] = [before.rule.rulebook, now.rule.rulebook];
  return [
    {
      kind: 'rule',
      text: {
        zh: `它所依据的条款变了（规则库${was === is ? ` ${is}` : `从 ${was} 到 ${is}`}），请核对措辞是否仍然合用`,
        en: `The clauses that it rests on changed (rulebook ${was === is ? is : `${was} to ${is}`}): see whether the wording still fits`,
      },
      fields: [],
    },
  ];
}
