import type { Language, Localized } from '../../contract/language.ts';
import { fieldLines } from './commented-fields.ts';
import { toNode } from './yaml-node.ts';

/** A question as it stands in a new dossier. */
export interface DossierQuestion {
  readonly id: string;
  readonly topic: { readonly title: Localized };
  readonly question: Localized;
  readonly kind: 'yes-no' | 'one-of' | 'some-of';
  readonly options: readonly { readonly id: string; readonly title: Localized }[];
}

/** What a new dossier is about. */
export interface DossierChoices {
  readonly platform: string;
  readonly track?: string | undefined;
  readonly categories: readonly string[];
  readonly language: Language;
  /** The questions that come up for these choices, to be answered in place; without them two examples stand there. */
  readonly questions?: readonly DossierQuestion[];
}

/** How one value is written on one line. */
const inline = (value: string): string => {
  const node = toNode(value);
  return 'type' in node && node.type === 'QUOTE_DOUBLE' ? JSON.stringify(value) : value;
};

/** What stands under facts where no question is known. */
const examples: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '# 是非题写 true（是）或 false（否）',
    '# networked: true',
    '# 选择题写选项的编号',
    '# icp-holder: self',
  ],
  en: [
    '# Yes-or-no questions take true or false',
    '# networked: true',
    '# Others take the id of an option',
    '# icp-holder: self',
  ],
};

/** Each question with its options and a line to answer it on, by topic. */
function questionLines(questions: readonly DossierQuestion[], language: Language): readonly string[] {
  const isChinese = language === 'zh';
  return questions.flatMap(({ id, topic, question, kind, options }, index) => {
    const isFirst = questions[index - 1]?.topic.title.zh !== topic.title.zh;
    const named = options.map((one) => (isChinese ? `${one.id}（${one.title.zh}）` : `${one.id} (${one.title.en})`));
    const several = isChinese ? '可选几项，都没有写 []：' : 'any of these, [] for none: ';
    const choose = isChinese ? '选一项：' : 'one of these: ';
    const listed = named.join(isChinese ? '、' : ', ');
    return [
      ...(isFirst ? [`# —— ${topic.title[language]} ——`] : []),
      `# ${question[language]}`,
      ...(kind === 'some-of' ? [`#   ${several}${listed}`] : []),
      ...(kind === 'one-of' ? [`#   ${choose}${listed}`] : []),
      // What stands there is no answer: a line that is uncommented and not filled in is told, never taken as one.
      `# ${id}: ${kind === 'yes-no' ? 'true | false' : kind === 'one-of' ? options.map((one) => one.id).join(' | ') : '[fill-in]'}`,
    ];
  }); // prettier-ignore
}

/**
 * The dossier.yaml that `yinqi init` writes: every field explained, optional ones commented out, valid as it is. A line
 * that is commented out becomes a field when its `# ` is taken away.
 */
export function commentedDossier({
  platform,
  track,
  categories,
  language,
  questions = [],
}: DossierChoices): string {
  const written: Readonly<Record<string, readonly string[]>> = {
    schema: ['schema: yinqi/dossier@1'],
    platform: [`platform: ${inline(platform)}`],
    track: [track === undefined ? '# track: listing' : `track: ${inline(track)}`],
    categories:
      categories.length === 0
        ? ['categories: []']
        : ['categories:', ...categories.map((category) => `  - ${inline(category)}`)],
    facts: questions.length === 0 ? examples[language] : questionLines(questions, language),
  };
  const lines = fieldLines.flatMap(({ explain, indent = '', write, gap = false }) => {
    const comments =
      explain === undefined
        ? []
        : explain[language].split('\n').map((line) => (line === '' ? '' : `# ${line}`));
    const body = typeof write === 'string' ? [write] : (written[write.choice] ?? []);
    return [
      ...(gap ? [''] : []),
      ...[...comments, ...body].map((line) => (line === '' ? '' : indent + line)),
    ];
  });
  return `${lines.join('\n')}\n`;
}
