import type { LetterOrigin } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { TemplateVersion } from '../../contract/letters.ts';
import type { StaleReason } from '../../contract/stale-reason.ts';
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
  if (before.form !== undefined || now.form !== undefined) return formReason(before, now);
  if (before.template.text === now.template.text) return [];
  const clauses = clauseReasons(before, now);
  const [was, is] = [nameOf(before.template), nameOf(now.template)];
  const isNamedSame = was.zh === is.zh;
  if (clauses.length > 0 && isNamedSame && before.template.own === now.template.own) return clauses;
  return [
    ...clauses,
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

/** One for each shared clause that both take in, and whose words are others now. */
function clauseReasons(before: LetterOrigin, now: Ingredients): readonly LocalizedStaleReason[] {
  return Object.entries(now.template.clauses ?? {}).flatMap(([id, is]) => {
    const was = before.template.clauses?.[id];
    if (was === undefined || was.text === is.text) return [];
    const [old, present] = [clauseName(was), clauseName(is)];
    const isNamedSame = old.zh === present.zh;
    return [
      {
        kind: 'wording' as const,
        text: {
          zh: isNamedSame
            ? `共用条款「${is.title.zh}」变了（${present.zh}，内容有改动）`
            : `共用条款「${is.title.zh}」变了：当时是${old.zh}，现在是${present.zh}`,
          en: isNamedSame
            ? `The shared clause “${is.title.en}” changed (${present.en}, edited)`
            : `The shared clause “${is.title.en}” changed: it was ${old.en} and is ${present.en}`,
        },
        fields: [],
      },
    ];
  });
}

const clauseName = ({ version, origin }: TemplateVersion): Localized =>
  origin === 'app'
    ? { zh: `自带版本 ${version}`, en: `the app’s ${version}` }
    : { zh: `团队版本 ${version}`, en: `the team’s ${version}` };

/** Where one of the two is made on the platform's form, its version counts and not our wording's. */
function formReason(before: LetterOrigin, now: Ingredients): readonly LocalizedStaleReason[] {
  const [was, is] = [before.form, now.form];
  if (was?.sha256 === is?.sha256 && was?.fields === is?.fields) return [];
  const [wasName, isName] = [formName(before), formName(now)];
  const isSameForm = was?.sha256 === is?.sha256;
  return [
    {
      kind: 'wording',
      text: {
        zh: isSameForm
          ? `${isName.zh}上填写的内容有改动`
          : `格式变了：当时是${wasName.zh}，现在是${isName.zh}`,
        en: isSameForm
          ? `What is written on ${isName.en} changed`
          : `The form changed: it was ${wasName.en} and is ${isName.en}`,
      },
      fields: [],
    },
  ];
}

const formName = ({ form, template }: Pick<LetterOrigin, 'form' | 'template'>): Localized =>
  form === undefined
    ? nameOf(template)
    : {
        zh: `平台格式第 ${form.version} 版（${form.sha256.slice(0, 8)}）`,
        en: `version ${form.version} of the platform’s form (${form.sha256.slice(0, 8)})`,
      };

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
