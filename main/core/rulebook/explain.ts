import type { Localized } from '../../contract/language.ts';
import type { Clause, Conflict, Fact, Rule, Rulebook } from '../../contract/rulebook.ts';
import type { HouseRule } from '../review/house-rules.ts';
import { backgroundOf } from './clause-coverage.ts';
import { dutyOf, papersAbout } from './duty.ts';
import { isRequirementRule } from './rule-kinds.ts';

/** A rule or clause explained, in both languages. */
export interface Explanation {
  readonly id: string;
  /** Whose rule or clause it is; absent for the program's own rules. */
  readonly platform?: string;
  readonly kind: 'rule' | 'clause';
  readonly title: Localized;
  readonly paragraphs: readonly { readonly heading: Localized; readonly text: Localized }[];
  readonly cites: readonly CitedClause[];
  readonly citedBy: readonly { readonly id: string; readonly title: Localized }[];
}

/** A clause as a citation shows it: our gist, the document it stands in, and the day that document carries. */
export interface CitedClause {
  readonly id: string;
  readonly gist: Localized;
  readonly source: Localized;
  readonly dated?: string;
}

const noGist: Localized = {
  zh: '本版尚未写摘要，请查阅原文。',
  en: 'No gist is written yet: see the source.',
};

const both = (text: string): Localized => ({ zh: text, en: text });

/** A clause with its source. The gist is Chinese, as the sources are. */
export function citedClause(rulebook: Rulebook, id: string): CitedClause {
  const clause = rulebook.clauses.get(id);
  const source = rulebook.sources.find((one) => id.startsWith(`${one.id}/`));
  return {
    id,
    gist: clause === undefined || clause.gist === '' ? noGist : both(clause.gist),
    source: source?.title ?? rulebook.platform.title,
    ...(source?.dated === undefined ? {} : { dated: source.dated }),
  };
}

const headings = {
  what: { zh: '要求什么', en: 'What it asks' },
  why: { zh: '为什么', en: 'Why' },
  duty: { zh: '谁的义务', en: 'Whose duty' },
  how: { zh: '怎么做', en: 'What to do' },
  paper: { zh: '涉及的材料', en: 'Which papers' },
  mistakes: { zh: '常见错误', en: 'Common mistakes' },
  statement: { zh: '需要确认的话', en: 'The statement to make' },
  conflict: { zh: '规定之间的差异', en: 'How the sources differ' },
  gist: { zh: '大意', en: 'Gist' },
  background: { zh: '为什么不列为要求', en: 'Why nothing is asked' },
  source: { zh: '出处', en: 'Source' },
} as const;

interface Paragraph {
  readonly heading: Localized;
  readonly text: Localized;
}

const paragraph = (heading: Localized, text: Localized | undefined): readonly Paragraph[] =>
  text === undefined ? [] : [{ heading, text }];

/** Several texts as one paragraph, each once; none where there are none. */
function together(heading: Localized, texts: readonly Localized[], zhGap = ''): readonly Paragraph[] {
  const once = [...new Map(texts.map((text) => [text.zh, text])).values()];
  if (once.length === 0) return [];
  const text = { zh: once.map((one) => one.zh).join(zhGap), en: once.map((one) => one.en).join(zhGap === '' ? ' ' : '; ') }; // prettier-ignore
  return [{ heading, text }];
}

/** What each side of a conflict says, and what the program does about it. */
const conflictText = ({ title, does }: Conflict): Localized => ({
  zh: `${title.zh}：${does.zh}`,
  en: `${title.en}: ${does.en}`,
});

/** Explains a rule: what, why, whose duty, how, which papers, mistakes, the exact statement, and how its sources differ. */
export function explainRule(rulebook: Rulebook, rule: Rule): Explanation {
  const why = rule.explain?.why;
  const conflicts = rulebook.conflicts.filter((one) => one.rules.includes(rule.id));
  return {
    id: rule.id,
    platform: rulebook.platform.id,
    kind: 'rule',
    title: rule.title,
    paragraphs: [
      ...paragraph(headings.what, rule.explain?.what),
      ...paragraph(headings.why, isRequirementRule(rule) ? rule.because : why),
      ...(isRequirementRule(rule) ? paragraph(headings.why, why) : []),
      ...paragraph(headings.duty, dutyOf(rule)),
      ...paragraph(headings.statement, rule.kind === 'attestation' ? rule.statement : undefined),
      ...paragraph(headings.how, rule.explain?.how),
      ...together(headings.paper, isRequirementRule(rule) ? [] : papersAbout(rulebook, rule), '、'),
      ...paragraph(headings.mistakes, rule.explain?.mistakes),
      ...paragraph(headings.conflict, rule.kind === 'check' ? rule.conflict : undefined),
      ...together(headings.conflict, conflicts.map(conflictText)),
    ],
    cites: rule.cites.map((id) => citedClause(rulebook, id)),
    citedBy: [],
  };
}

/** One rule that rests on a clause: what it asks, what to do, and what often goes wrong. */
function asParagraph({ title, explain }: Rule): readonly Paragraph[] {
  if (explain === undefined) return [];
  const { what, how, mistakes } = explain;
  const often = mistakes === undefined ? { zh: '', en: '' } : { zh: ` ${headings.mistakes.zh}：${mistakes.zh}`, en: ` ${headings.mistakes.en}: ${mistakes.en}` }; // prettier-ignore
  return [
    {
      heading: title,
      text: {
        zh: `${what.zh} ${headings.how.zh}：${how.zh}${often.zh}`,
        en: `${what.en} ${headings.how.en}: ${how.en}${often.en}`,
      },
    },
  ];
}

/** Explains a clause: our gist, what follows from it by the rules that rest on it or why nothing does, and where it stands. */
export function explainClause(rulebook: Rulebook, clause: Clause): Explanation {
  const cited = citedClause(rulebook, clause.id);
  const note = rulebook.sources.find((one) => clause.id.startsWith(`${one.id}/`))?.note;
  const dated =
    cited.dated === undefined
      ? (note ?? { zh: '原文没有日期。', en: 'The text carries no date.' })
      : { zh: `原文更新于 ${cited.dated}。`, en: `The text was last updated on ${cited.dated}.` };
  const rests = (one: { readonly cites?: readonly string[] | undefined }): boolean =>
    one.cites?.includes(clause.id) === true;
  const facts = rulebook.facts.filter(rests).map((fact: Fact) => ({ id: fact.id, title: fact.question }));
  const rules = rulebook.rules.filter(rests);
  const conflicts = rulebook.conflicts.filter((one) => one.sides.some(rests));
  const isBackground = rules.length === 0;
  return {
    id: clause.id,
    platform: rulebook.platform.id,
    kind: 'clause',
    title: both(clause.id),
    paragraphs: [
      { heading: headings.gist, text: cited.gist },
      ...paragraph(headings.background, isBackground ? backgroundOf(rulebook, clause.id) : undefined),
      ...together(headings.duty, rules.map(dutyOf)),
      ...rules.flatMap(asParagraph),
      ...together(
        headings.paper,
        rules.flatMap((rule) => papersAbout(rulebook, rule)),
        '、',
      ),
      ...together(headings.conflict, conflicts.map(conflictText)),
      {
        heading: headings.source,
        text: { zh: `《${cited.source.zh}》。${dated.zh}`, en: `${cited.source.en}. ${dated.en}` },
      },
    ],
    cites: [cited],
    citedBy: [...rules.map(({ id, title }) => ({ id, title })), ...facts],
  };
}

/** Explains a rule of the program itself, which cites no platform. */
export function explainHouseRule(rule: HouseRule): Explanation {
  return {
    id: rule.id,
    kind: 'rule',
    title: rule.title,
    paragraphs: [
      { heading: headings.what, text: rule.what },
      { heading: headings.how, text: rule.how },
    ],
    cites: [],
    citedBy: [],
  };
}
