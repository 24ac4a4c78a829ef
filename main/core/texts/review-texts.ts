import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { PointState, ReviewedItem, ReviewedPoint, ReviewedText } from '../../contract/text-review.ts';
import type { TextPoint, TextStandard } from '../../contract/text-standard.ts';
import { laidOutText } from '../app/readable-text.ts';
import { filesOfField } from '../dossier/fields.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate, type Circumstances } from '../rulebook/evaluate.ts';
import { isCheckRule } from '../rulebook/rule-kinds.ts';
import type { JudgedFinding } from '../review/judged-report.ts';
import { judgePoint } from './judge-points.ts';
import type { LaidOutText } from './text-layout.ts';
import { whyNoText } from './why-no-text.ts';

/** The shape of a contract's data with its texts in both languages. */
type InBoth<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: Localized };
type JudgedPoint = InBoth<Omit<ReviewedPoint, 'add'>, 'title'> & { readonly add?: Localized };
type JudgedItem = InBoth<Omit<ReviewedItem, 'points' | 'findings'>, 'title'> & {
  readonly points: readonly JudgedPoint[];
  readonly findings: readonly { readonly rule: string; readonly message: Localized }[];
};
export type JudgedText = InBoth<Omit<ReviewedText, 'items' | 'why'>, 'title'> & {
  readonly items: readonly JudgedItem[];
  readonly why?: Localized;
};

/** What the review of texts is made from; `findings` are those of the report on the same dossier. */
export interface TextReviewInput {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly findings: readonly JudgedFinding[];
}

/** Gravest first; what is not asked for weighs nothing. */
const gravity: readonly PointState[] = [
  'missing',
  'unclear',
  'not-checked',
  'open',
  'person',
  'found',
  'not-applicable',
];

const gravest = (states: readonly PointState[]): PointState =>
  gravity.find((state) => states.includes(state)) ?? 'person';

/** The rules that speak of each point of a text. */
function rulesOfPoints({ rules }: Rulebook, text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const rule of rules.filter(isCheckRule)) {
    if (rule.check !== 'text-points' || rule.parameters?.['text'] !== text) continue;
    const points: unknown = rule.parameters['points'];
    for (const point of Array.isArray(points) ? points : []) {
      if (typeof point === 'string') found.set(point, [...(found.get(point) ?? []), rule.id]);
    }
  }
  return found;
}

function reviewPoint(
  point: TextPoint,
  standard: TextStandard,
  read: LaidOutText | null,
  document: DossierDocument,
  circumstances: Circumstances,
  rules: readonly string[],
): JudgedPoint {
  const base = {
    id: point.id,
    title: point.title,
    rules: [...(point.rule === undefined ? [] : [point.rule]), ...rules],
    cites: [...point.cites],
    advice: point.advice === true,
  };
  const { holds, facts } = evaluate(point.applies, circumstances);
  if (read === null) return { ...base, state: 'not-checked', passages: [] };
  const { state, passages } = judgePoint(read, standard, point, document);
  const shown = passages.map((one) => ({ ...one }));
  // What is said anyway is shown, asked for or not.
  if (state === 'found') return { ...base, state, passages: shown };
  if (holds === 'no') return { ...base, state: 'not-applicable', passages: [] };
  if (holds === 'open') return { ...base, state: 'open', passages: shown, add: point.add, facts: [...facts] };
  return { ...base, state, passages: shown, add: point.add };
}

function reviewText(
  standard: TextStandard,
  input: TextReviewInput,
  circumstances: Circumstances,
): JudgedText {
  const { rulebook, document, inspections, findings } = input;
  const [path] = filesOfField(document, standard.field);
  const file = path === undefined ? undefined : inspections.get(path);
  const why = whyNoText(path, file);
  const read = why === null && file !== undefined ? laidOutText(file) : null;
  const rules = rulesOfPoints(rulebook, standard.id);
  const items = standard.items.map((item): JudgedItem => {
    const points = item.points.map((point) =>
      reviewPoint(point, standard, read, document, circumstances, rules.get(point.id) ?? []),
    );
    const own = new Set(item.rules);
    const attested = item.statement === undefined ? undefined : document.attestations?.[item.statement];
    const asked = points.filter((one) => !one.advice).map(({ state }) => state);
    const spoken = findings.filter(({ rule }) => own.has(rule));
    return {
      id: item.id,
      title: item.title,
      state: gravest([
        ...asked,
        ...(spoken.length > 0 ? (['unclear'] as const) : []),
        ...(points.length === 0 ? (['person'] as const) : []),
      ]),
      points,
      findings: spoken.map(({ rule, message }) => ({ rule, message })),
      ...(item.statement === undefined
        ? {}
        : {
            statement: {
              rule: item.statement,
              ...(attested === undefined ? {} : { by: attested.by, on: attested.on }),
            },
          }),
    };
  });
  return {
    id: standard.id,
    title: standard.title,
    field: standard.field,
    path: path ?? null,
    isRead: read !== null,
    ...(why === null ? {} : { why }),
    items,
    text: read?.text ?? '',
    links: (read?.links ?? []).map(({ name, target }) => ({ name, target })),
  };
}

/** Reviews the policy and the agreement of a dossier, item by item, each with the passage that answers it or what to add. */
export function reviewTexts(input: TextReviewInput): readonly JudgedText[] {
  const circumstances = circumstancesOf(input.rulebook, input.document);
  return (input.rulebook.texts ?? []).map((standard) => reviewText(standard, input, circumstances));
}
