import type { DossierDocument, Rejection, RejectionTask } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { Comparison } from '../history/compare-history.ts';
import { reviewerPoints } from './reviewer-points.ts';

/** What a resubmission note says, before it is laid out. In Chinese: it is for the platform. */
export interface Resubmission {
  readonly app: string;
  readonly company: string;
  readonly date: string;
  readonly isDraft: boolean;
  /** The export that this one follows; null where none was kept. */
  readonly since: { readonly fileName: string; readonly on: string } | null;
  readonly rejections: readonly AnsweredRejection[];
  readonly changes: readonly ChangeGroup[];
}

/** One rejection, point by point. */
export interface AnsweredRejection {
  readonly on: string;
  readonly points: readonly AnsweredPoint[];
}

interface AnsweredPoint {
  /** The reviewer's words. */
  readonly words: string;
  readonly basis: readonly string[];
  readonly answers: readonly { readonly isDone: boolean; readonly text: string }[];
}

/** Changes of one kind, each a line. */
export interface ChangeGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The rejections that an export answers: those that the export before did not know; without one, all. */
export function unansweredRejections(
  document: Pick<DossierDocument, 'rejections'>,
  before: Pick<DossierDocument, 'rejections'> | null,
): readonly Rejection[] {
  const known = new Set(before?.rejections?.map(({ id }) => id));
  return (document.rejections ?? []).filter(({ id }) => !known.has(id));
}

/** Makes the note: every point with what was done about it, and what changed since the export before. */
export function makeResubmission(input: {
  readonly document: DossierDocument;
  readonly rulebook: Pick<Rulebook, 'clauses' | 'rules' | 'sources'>;
  readonly rejections: readonly Rejection[];
  readonly since: Resubmission['since'];
  /** Null where there is nothing to compare with. */
  readonly comparison: Comparison | null;
  readonly date: string;
  readonly isDraft: boolean;
}): Resubmission {
  const { document, rulebook, comparison } = input;
  return {
    app: document.app?.name ?? '（应用名称未填写）',
    company: document.company?.name ?? '（未填写）',
    date: input.date,
    isDraft: input.isDraft,
    since: input.since,
    rejections: input.rejections.map(({ on, words, tasks = [] }) => ({
      on,
      points: pointsOf(words, tasks, rulebook),
    })),
    changes: comparison === null ? [] : changesOf(comparison),
  };
}

function pointsOf(
  words: string,
  tasks: readonly RejectionTask[],
  rulebook: Pick<Rulebook, 'clauses' | 'rules' | 'sources'>,
): readonly AnsweredPoint[] {
  const points = reviewerPoints(words);
  const known = new Set(points);
  const others = [...new Set(tasks.map((task) => task.words ?? '').filter((one) => !known.has(one)))];
  return [...points, ...others].map((point) => {
    const own = tasks.filter((task) => (task.words ?? '') === point);
    return {
      words: point === '' ? '（其他事项）' : point,
      basis: [...new Set(own.flatMap((task) => basisOf(task, rulebook)))],
      answers: own.map(({ note, done }) => ({
        isDone: done !== undefined,
        text: note?.trim() === '' || note === undefined ? '' : note.trim(),
      })),
    };
  });
}

function basisOf(
  { clause, rule }: RejectionTask,
  { clauses, rules, sources }: Pick<Rulebook, 'clauses' | 'rules' | 'sources'>,
): readonly string[] {
  if (clause === undefined) {
    const title = rules.find(({ id }) => id === rule)?.title.zh;
    return title === undefined ? [] : [title];
  }
  // The platform knows its own documents, and not the ids that we give their clauses.
  const source = sources.find(({ id }) => clause.startsWith(`${id}/`));
  const place = source === undefined ? clause : `《${source.title.zh}》${clause.slice(source.id.length + 1)}`;
  const gist = clauses.get(clause)?.gist ?? '';
  return [gist === '' ? place : `${place}（${gist}）`];
}

/** Whether the values of a field are nobody's business but the form's: the note says only that it changed. */
const isPrivate = (field: string): boolean =>
  /\.(idNumber|identifier|phone|email)$/.test(field) && field !== 'company.phone';

const fileChange = { added: '新增', removed: '移除', replaced: '更换', renamed: '改名' } as const;

function changesOf({ files, fields, letters }: Comparison): readonly ChangeGroup[] {
  const groups: readonly ChangeGroup[] = [
    {
      title: '材料文件',
      lines: files
        .filter(({ change }) => change !== 'renamed')
        .map(({ change, uses, path }) => {
          const use = uses.length === 0 ? path : uses.map(({ zh }) => zh).join('、');
          return `${fileChange[change]}：${use}`;
        }),
    },
    {
      title: '填写内容',
      lines: fields
        .filter(({ field }) => !field.startsWith('letters.') && !field.startsWith('attestations.'))
        .map(({ field, title, from, to }) => {
          if (isPrivate(field)) return `${title.zh}：已更改`;
          if (from === null) return `${title.zh}：补填「${to?.zh ?? ''}」`;
          return to === null
            ? `${title.zh}：删去「${from.zh}」`
            : `${title.zh}：原为「${from.zh}」，现为「${to.zh}」`;
        }),
    },
    {
      title: '函件',
      lines: letters.map(({ change, title }) =>
        change === 'added'
          ? `新增：${title.zh}`
          : change === 'removed'
            ? `不再需要：${title.zh}`
            : `重新出具：${title.zh}`,
      ),
    },
  ];
  return groups
    .map(({ title, lines }) => ({ title, lines: [...new Set(lines)] }))
    .filter(({ lines }) => lines.length > 0);
}
