import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { LetterSummary } from '../../main/contract/letters.ts';
import type { Finding, Report, Requirement } from '../../main/contract/report.ts';
import { pathOf, valueAt } from '../client/field-path.ts';
import { steps, type Step } from '../shell/routes.ts';
import { stepOfField } from './jump-to-field.ts';

/** How far a step has come: 未开始, 进行中, 需要处理, 已完成. */
export type StepStatus = 'not-started' | 'in-progress' | 'needs-attention' | 'done';

/** A step's status, with how many of the things it asks for are there. */
export interface StepState {
  readonly status: StepStatus;
  readonly done: number;
  readonly total: number;
  /** Things that are there and wrong. */
  readonly problems: number;
}

export type StepStates = Readonly<Record<Step, StepState>>;

/** What the states are read from: all of it comes from the host. */
export interface Progressed {
  readonly document: DossierDocument;
  readonly report: Report;
  /** Null while not known. */
  readonly letters: readonly LetterSummary[] | null;
}

/** The step where a requirement is provided. */
export function stepOfRequirement({ kind, fields }: Pick<Requirement, 'kind' | 'fields'>): Step {
  switch (kind) {
    case 'letter':
      return 'letters';
    case 'document':
    case 'asset':
      return 'files';
    case 'attestation':
      return 'review';
    case 'text':
      return stepOfField(fields[0] ?? 'app');
  }
}

/** Whether a requirement counts by itself: parts of a group are counted with the group, optional ones not at all. */
export const isCounted = (one: Requirement): boolean => !one.optional && one.partOf === undefined;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Findings about something that is there and wrong; that something is not there yet is no problem, only work to do. */
export function problemsOf(report: Report, document: DossierDocument): readonly Finding[] {
  const requirements = new Map(report.requirements.map((one) => [one.id, one]));
  const isAbsence = ({ rule, at }: Finding): boolean => {
    const status = requirements.get(rule)?.status;
    return (
      status === 'missing' ||
      status === 'open' ||
      (!at.includes('/') && isNothing(valueAt(document, pathOf(at))))
    );
  };
  return report.findings.filter((one) => one.outcome === 'fail' && one.level !== 'notice' && !isAbsence(one));
}

/** The questions that hold something open, each once, in the order of the requirements. */
export function openFacts(report: Report): readonly string[] {
  const asked = report.findings.filter(
    (one) => one.at.startsWith('facts.') && one.outcome === 'needs-person',
  );
  const held = report.requirements.flatMap((one) => (one.status === 'open' ? (one.facts ?? []) : []));
  return [...new Set([...held, ...asked.map((one) => one.at.slice('facts.'.length))])];
}

/** A step of which `done` of `total` are there. */
function stateOf(done: number, total: number, problems: number, isBegun = done > 0): StepState {
  const rest = { done, total, problems };
  if (problems > 0) return { status: 'needs-attention', ...rest };
  if (total > 0 && done === total) return { status: 'done', ...rest };
  return { status: isBegun ? 'in-progress' : 'not-started', ...rest };
}

const hasAny = (value: object | undefined): boolean =>
  value !== undefined && Object.values(value).some((one) => one !== undefined && one !== '');

/** The state of every step of a dossier. */
export function stepStates({ document, report, letters }: Progressed): StepStates {
  const counted = report.requirements.filter(isCounted);
  const problems = problemsOf(report, document);
  /** What is not decided yet is not asked for yet: it keeps a step from being done, and is not counted. */
  const decided = counted.filter((one) => one.status !== 'open');
  const undecided = counted.filter((one) => one.status === 'open');
  const ofStep = (step: Step): readonly Requirement[] =>
    decided.filter((one) => stepOfRequirement(one) === step);
  const unlessUndecided = (step: Step, state: StepState): StepState =>
    state.status === 'done' &&
    undecided.some((one) => step === 'requirements' || stepOfRequirement(one) === step)
      ? { ...state, status: 'in-progress' }
      : state;
  const okIn = (list: readonly Requirement[]): number => list.filter((one) => one.status === 'ok').length;
  const problemsIn = (step: Step): number => problems.filter((one) => stepOfField(one.at) === step).length;
  /** Fields that letters wait for, beyond what the requirements of the step name. */
  const awaited = (step: Step): number => {
    const named = new Set(ofStep(step).flatMap((one) => one.fields));
    // A letter that is not demanded waits for nothing.
    const wanted = (letters ?? []).filter((one) => one.need === 'required');
    const missing = wanted.flatMap((one) => one.missingFields.map((two) => two.field));
    return new Set(missing.filter((field) => stepOfField(field) === step && !named.has(field))).size;
  };
  const typed = (step: 'company' | 'app', isBegun: boolean): StepState => {
    const list = ofStep(step);
    return stateOf(okIn(list), list.length + awaited(step), problemsIn(step), isBegun);
  };

  const unanswered = openFacts(report).length;
  const answered = Object.keys(document.facts ?? {}).length;
  const choices = ofStep('category');
  const category = stateOf(
    okIn(choices) + answered,
    choices.length + answered + unanswered,
    problemsIn('category'),
  );
  const papers = ofStep('files');
  const printed = ofStep('letters');
  const outdated = (letters ?? []).filter((one) => one.scan === 'outdated').length;
  const isLetterField = (field: string): boolean => printed.some((one) => one.fields.includes(field));
  const letterProblems = problems.filter((one) => isLetterField(one.at) || stepOfField(one.at) === 'letters');
  const fileProblems = problems.filter((one) => stepOfField(one.at) === 'files' && !isLetterField(one.at));
  const statements = ofStep('review');
  const statementsMade = okIn(statements);
  return {
    category,
    requirements: unlessUndecided(
      'requirements',
      stateOf(okIn(decided), decided.length, decided.filter((one) => one.status === 'invalid').length),
    ),
    company: unlessUndecided('company', typed('company', hasAny(document.company))),
    app: unlessUndecided('app', typed('app', hasAny(document.app))),
    letters: unlessUndecided(
      'letters',
      stateOf(okIn(printed), printed.length, Math.max(outdated, letterProblems.length)),
    ),
    files: unlessUndecided('files', stateOf(okIn(papers), papers.length, fileProblems.length)),
    review: {
      ...unlessUndecided('review', stateOf(statementsMade, statements.length, problems.length)),
      ...(statementsMade === statements.length && problems.length === 0 && report.counts.warning > 0
        ? { status: 'in-progress' as const }
        : {}),
    },
    bundle: stateOf(0, 0, problemsIn('bundle')),
  };
}

/** The one thing to do next: where, and why. `field` is what to fill in first, when there is one. */
export interface NextAction {
  readonly step: Step;
  readonly why: 'choose-category' | 'answer' | 'correct' | 'provide' | 'print' | 'confirm' | 'export';
  readonly field?: string;
  readonly count: number;
}

/** What to do next: the first step that is not done, in the order of the steps. */
export function nextAction(given: Progressed): NextAction {
  const { document, report, letters } = given;
  const states = stepStates(given);
  const counted = report.requirements.filter(isCounted);
  const [question] = openFacts(report);
  const problems = problemsOf(report, document);
  for (const step of steps) {
    const { status } = states[step];
    if (status === 'done' || step === 'requirements') continue;
    const problem = problems.find((one) => stepOfField(one.at) === step);
    if (problem !== undefined) {
      const count = problems.filter((one) => stepOfField(one.at) === step).length;
      return { step, why: 'correct', field: problem.at, count };
    }
    const wanting = counted.filter((one) => stepOfRequirement(one) === step && one.status !== 'ok');
    const field = wanting[0]?.fields[0];
    const at = field === undefined ? {} : { field };
    switch (step) {
      case 'category':
        if (field !== undefined) return { step, why: 'choose-category', field, count: 1 };
        if (question === undefined) continue;
        return { step, why: 'answer', field: `facts.${question}`, count: openFacts(report).length };
      case 'company':
      case 'app': {
        const missing = (letters ?? []).flatMap((one) => one.missingFields.map((two) => two.field));
        const inStep = missing.filter((one) => stepOfField(one) === step);
        const fields = [...new Set([...wanting.flatMap((one) => one.fields), ...inStep])];
        const [first] = fields;
        return {
          step,
          why: 'provide',
          ...(first === undefined ? {} : { field: first }),
          count: fields.length,
        };
      }
      case 'letters': {
        const outdated = (letters ?? []).filter((one) => one.scan === 'outdated').length;
        return { step, why: 'print', count: wanting.length + outdated };
      }
      case 'files':
        return { step, why: 'provide', ...at, count: wanting.length };
      case 'review':
        return { step, why: 'confirm', ...at, count: wanting.length };
      case 'bundle':
        return { step, why: 'export', count: 0 };
    }
  }
  return { step: 'bundle', why: 'export', count: 0 };
}
