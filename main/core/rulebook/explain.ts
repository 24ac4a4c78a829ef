import type { Localized } from '../../contract/language.ts';
import type { Clause, Fact, Rule, Rulebook } from '../../contract/rulebook.ts';
import type { HouseRule } from '../review/house-rules.ts';
import { isRequirementRule } from './rule-kinds.ts';

/** A rule or clause explained, in both languages. */
export interface Explanation {
  readonly id: string;
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
  how: { zh: '怎么做', en: 'What to do' },
  mistakes: { zh: '常见错误', en: 'Common mistakes' },
  statement: { zh: '需要确认的话', en: 'The statement to make' },
  conflict: { zh: '规定之间的差异', en: 'How the sources differ' },
  gist: { zh: '大意', en: 'Gist' },
  source: { zh: '出处', en: 'Source' },
} as const;

/** Explains a rule: what, why, how, mistakes, the exact statement, and how its sources differ. */
export function explainRule(rulebook: Rulebook, rule: Rule): Explanation {
  const paragraph = (
    heading: Localized,
    text: Localized | undefined,
  ): readonly { readonly heading: Localized; readonly text: Localized }[] =>
    text === undefined ? [] : [{ heading, text }];
  const why = rule.explain?.why;
  return {
    id: rule.id,
    kind: 'rule',
    title: rule.title,
    paragraphs: [
      ...paragraph(headings.what, rule.explain?.what),
      ...paragraph(headings.why, isRequirementRule(rule) ? rule.because : why),
      ...(isRequirementRule(rule) ? paragraph(headings.why, why) : []),
      ...paragraph(headings.statement, rule.kind === 'attestation' ? rule.statement : undefined),
      ...paragraph(headings.how, rule.explain?.how),
      ...paragraph(headings.mistakes, rule.explain?.mistakes),
      ...paragraph(headings.conflict, rule.kind === 'check' ? rule.conflict : undefined),
    ],
    cites: rule.cites.map((id) => citedClause(rulebook, id)),
    citedBy: [],
  };
}

/** Explains a clause: our gist, where it stands, and the rules and questions that rest on it. */
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
  return {
    id: clause.id,
    kind: 'clause',
    title: both(clause.id),
    paragraphs: [
      { heading: headings.gist, text: cited.gist },
      {
        heading: headings.source,
        text: { zh: `《${cited.source.zh}》。${dated.zh}`, en: `${cited.source.en}. ${dated.en}` },
      },
    ],
    cites: [cited],
    citedBy: [...rulebook.rules.filter(rests).map(({ id, title }) => ({ id, title })), ...facts],
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
