import MiniSearch from 'minisearch';
import type { Localized } from '../../contract/language.ts';
import type { Rule, Rulebook } from '../../contract/rulebook.ts';
import { searchWords, spansOf, type TextSpan } from './search-words.ts';

/** A text in which something was found, with the places that match. */
export interface Evidence {
  /** The gist of the clause, the title or text of a rule that rests on it, or a point of what a policy or agreement must say. */
  readonly from: 'clause' | 'rule' | 'point';
  readonly rule?: string;
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

/** A clause that a reviewer may have meant. */
export interface LikelyClause {
  readonly clause: string;
  readonly gist: string;
  /** Others that say the same in other places of the sources. */
  readonly also: readonly string[];
  /** The rules that rest on it, the likeliest first. */
  readonly rules: readonly { readonly id: string; readonly title: Localized }[];
  readonly evidence: readonly Evidence[];
  /** To be compared with the others of the same words alone. */
  readonly score: number;
}

interface Unit {
  /** `c:<clause>`, `r:<rule>`, or `p:<text>.<point>`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A rulebook's clauses and rules, ready to be searched. */
export interface ClauseIndex {
  readonly rulebook: Rulebook;
  readonly units: MiniSearch<Unit>;
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** Clause to the rules that cite it. */
  readonly citing: ReadonlyMap<string, readonly Rule[]>;
  /** Clause to the units of the points of texts that rest on it. */
  readonly points: ReadonlyMap<string, readonly string[]>;
}

/** How much a synonym counts beside a word that the reviewer wrote. */
const synonymWeight = 0.55;
/** How much of the likeliest rule's score its clauses take on. */
const ruleShare = 0.9;
/** A clause that rests on nobody's duty is seldom what a reviewer means. */
const backgroundShare = 0.6;
/** What does not concern the dossier is seldom meant, and never left out. */
const elsewhereShare = 0.75;

const indexes = new WeakMap<Rulebook, ClauseIndex>();

/** Prepares a rulebook for {@link searchClauses}; done once for each rulebook. */
export function indexClauses(rulebook: Rulebook): ClauseIndex {
  const known = indexes.get(rulebook);
  if (known !== undefined) return known;
  const units = new MiniSearch<Unit>({
    fields: ['title', 'text'],
    tokenize: (text) => searchWords(text).map(({ word }) => word),
    processTerm: (term) => term,
  });
  const all = [
    ...[...rulebook.clauses.values()]
      .filter(({ kind, gist }) => kind !== 'heading' && gist !== '')
      .map(({ id, gist }): Unit => ({ id: `c:${id}`, title: gist, text: '' })),
    ...rulebook.rules.map((rule): Unit => ({ id: `r:${rule.id}`, title: rule.title.zh, text: textOf(rule) })),
  ];
  const points = (rulebook.texts ?? []).flatMap(({ id, title, items }) =>
    items.flatMap((item) =>
      item.points.map(({ id: point, title: name, add, cites }) => ({
        cites,
        unit: {
          id: `p:${id}.${point}`,
          title: `${title.zh}：${name.zh}`,
          text: `${item.title.zh}\n${add.zh}`,
        },
      })),
    ),
  );
  all.push(...points.map(({ unit }) => unit));
  units.addAll(all);
  const citing = new Map<string, Rule[]>();
  for (const rule of rulebook.rules) {
    for (const clause of rule.cites) citing.set(clause, [...(citing.get(clause) ?? []), rule]);
  }
  const index = {
    rulebook,
    units,
    unitOf: new Map(all.map((unit) => [unit.id, unit])),
    citing,
    points: new Map(
      [
        ...Map.groupBy(
          points.flatMap(({ cites, unit }) => cites.map((clause) => ({ clause, id: unit.id }))),
          ({ clause }) => clause,
        ),
      ].map(([clause, all]) => [clause, all.map(({ id }) => id)]),
    ),
  };
  indexes.set(rulebook, index);
  return index;
}

/** What a rule says in words besides its title. */
function textOf(rule: Rule): string {
  const { explain } = rule;
  const texts = [explain?.what, explain?.why, explain?.how, explain?.mistakes];
  if (rule.kind === 'attestation') texts.push(rule.statement);
  if ('place' in rule) texts.push(rule.place?.field);
  if ('because' in rule) texts.push(rule.because);
  return texts.map((text) => text?.zh ?? '').join('\n');
}

/**
 * The clauses that a reviewer's words may rest on, the likeliest first, at most `limit`: by the words that they share with the
 * gists of clauses and with the rules that cite them. `concerns` says whether a rule applies to the dossier.
 * It is a suggestion: only the reviewer knows.
 */
export function searchClauses(
  index: ClauseIndex,
  words: string,
  options: { readonly limit: number; readonly concerns?: (rule: string) => boolean },
): readonly LikelyClause[] {
  const { rulebook, citing, unitOf } = index;
  const { ignored = [], alike = [] } = rulebook.search ?? {};
  const own = searchWords(words, ignored).map(({ word }) => word);
  const wanted = new Set(own);
  const others = alike
    .filter((group) => group.some((phrase) => words.includes(phrase)))
    .flatMap((group) => group.filter((phrase) => !words.includes(phrase)))
    .flatMap((phrase) => searchWords(phrase).map(({ word }) => word))
    .filter((word) => !wanted.has(word));
  const scores = scoresOf(index, [...wanted], [...new Set(others)]);
  const shown = new Set([...wanted, ...others]);
  const background = new Set(rulebook.background.flatMap(({ clauses }) => clauses));
  const found = [...rulebook.clauses.values()].flatMap((clause): readonly LikelyClause[] => {
    if (clause.kind === 'heading') return [];
    const rules = (citing.get(clause.id) ?? [])
      .map((rule) => ({ rule, score: weightOf(rule, scores, options.concerns) }))
      .toSorted((one, other) => other.score - one.score || (one.rule.id < other.rule.id ? -1 : 1));
    const [best] = rules;
    const [point] = (index.points.get(clause.id) ?? [])
      .map((id) => ({ id, score: scores.get(id) ?? 0 }))
      .toSorted((one, other) => other.score - one.score);
    const gistScore = scores.get(`c:${clause.id}`) ?? 0;
    const share = best === undefined && background.has(clause.id) ? backgroundShare : 1;
    const score = (gistScore + ruleShare * Math.max(best?.score ?? 0, point?.score ?? 0)) * share;
    if (score <= 0) return [];
    const texts = [
      unitOf.get(`c:${clause.id}`),
      best === undefined ? undefined : unitOf.get(`r:${best.rule.id}`),
      point === undefined ? undefined : unitOf.get(point.id),
    ];
    return [
      {
        clause: clause.id,
        gist: clause.gist,
        also: [],
        rules: rules.map(({ rule: { id, title } }) => ({ id, title })),
        evidence: texts.flatMap((unit) => (unit === undefined ? [] : evidenceOf(unit, shown))),
        score,
      },
    ];
  });
  return withoutRepeats(
    found.toSorted((one, other) => other.score - one.score || (one.clause < other.clause ? -1 : 1)),
  ).slice(0, options.limit);
}

/** The three tracks repeat many a clause word by word: the likeliest stands for all of them. */
function withoutRepeats(found: readonly LikelyClause[]): readonly LikelyClause[] {
  const same = Map.groupBy(found, ({ gist, clause }) => (gist === '' ? clause : gist));
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, also: others.map(({ clause }) => clause) }],
  );
}

const weightOf = (
  { id }: Rule,
  scores: ReadonlyMap<string, number>,
  concerns: ((rule: string) => boolean) | undefined,
): number => (scores.get(`r:${id}`) ?? 0) * (concerns?.(id) === false ? elsewhereShare : 1);

function scoresOf(
  { units }: ClauseIndex,
  own: readonly string[],
  others: readonly string[],
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const add = (terms: readonly string[], weight: number): void => {
    if (terms.length === 0) return;
    const found = units.search(terms.join(' '), {
      boost: { title: 2 },
      tokenize: (text) => text.split(' '),
      combineWith: 'OR',
    });
    for (const { id, score } of found) {
      // Safe: units are added with ids of text.
      scores.set(id as string, (scores.get(id as string) ?? 0) + weight * score);
    }
  };
  add(own, 1);
  add(others, synonymWeight);
  return scores;
}

const kinds: Readonly<Record<string, Evidence['from']>> = { c: 'clause', r: 'rule', p: 'point' };

/** The title of a unit, and the lines of its text in which something matches. */
function evidenceOf({ id, title, text }: Unit, wanted: ReadonlySet<string>): readonly Evidence[] {
  const from = kinds[id.charAt(0)] ?? 'clause';
  const lines = [title, ...text.split('\n').filter((line) => line !== '')];
  return lines
    .map((line) => ({
      from,
      ...(from === 'rule' ? { rule: id.slice(2) } : {}),
      text: line,
      spans: spansOf(line, wanted),
    }))
    .filter(({ spans }) => spans.length > 0)
    .slice(0, 3);
}
