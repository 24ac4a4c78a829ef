import { isWithin, type CorpusCase } from './corpus-case.ts';
import { defectKinds, isCounted, questions, type DefectKind } from './defect-kinds.ts';
import type { JudgedCase } from './judge-corpus.ts';

/** How one kind of defect fared. */
export interface KindResult {
  readonly kind: string;
  readonly about: DefectKind;
  /** Cases at the stated strength and above, and those of them that were found. */
  readonly counted: number;
  readonly found: number;
  readonly missed: readonly string[];
  /** Cases below the stated strength: for information. */
  readonly weak: number;
  readonly weakFound: number;
  readonly cleanFiles: number;
  /** Clean files at which one of its rules spoke: case, place, rule and message. */
  readonly alarms: readonly string[];
  readonly verdict: 'within' | 'over' | 'asked-of-person' | 'no-check';
}

export interface CorpusReport {
  readonly kinds: readonly KindResult[];
  readonly cleanFiles: number;
  /** Clean files with any alarm at all. */
  readonly cleanFilesAlarmed: number;
  /** Alarms at clean files by rules that belong to no kind. */
  readonly otherAlarms: readonly string[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function verdictOf(result: Omit<KindResult, 'verdict'>): KindResult['verdict'] {
  const { about, counted, found, alarms, cleanFiles } = result;
  if (about.rules.length === 0) return about.askedOfPerson === undefined ? 'no-check' : 'asked-of-person';
  const isWithin =
    about.by === 'decidable'
      ? found === counted && alarms.length === 0
      : share(found, counted) >= 0.95 && alarms.length <= 0.02 * cleanFiles;
  return isWithin ? 'within' : 'over';
}

/** Compares what was said of the cases with what is known of them. */
export function reportOnCorpus(cases: readonly CorpusCase[], judged: readonly JudgedCase[]): CorpusReport {
  const byId = new Map(judged.map((one) => [one.id, one]));
  const findingsOf = (id: string): JudgedCase['findings'] => byId.get(id)?.findings ?? [];
  const clean = cases.flatMap((one) => one.clean.map((file) => ({ one, ...file })));
  const alarmsAt = clean.map(({ one, role, at }) => ({
    role,
    place: `${one.id} ${at}`,
    findings: findingsOf(one.id).filter(
      (finding) => isWithin(finding.at, at) && !questions.includes(finding.rule),
    ),
  }));
  const known = new Set(Object.values(defectKinds).flatMap(({ rules }) => rules));
  const kinds = Object.entries(defectKinds).map(([kind, about]): KindResult => {
    const put = cases.flatMap((one) =>
      one.defects.filter((defect) => defect.kind === kind).map((defect) => ({ one, defect })),
    );
    const seen = put.map(({ one, defect }) => ({
      label: `${one.id}${defect.strength === undefined ? '' : ` (${defect.strength} ${about.unit ?? ''})`}`,
      isCounted: isCounted(about, defect.strength),
      isFound: findingsOf(one.id).some(
        ({ rule, at }) => about.rules.includes(rule) && defect.at.some((place) => isWithin(at, place)),
      ),
    }));
    const counted = seen.filter((one) => one.isCounted);
    const weak = seen.filter((one) => !one.isCounted);
    const looked = alarmsAt.filter(({ role }) => role === about.role);
    const result = {
      kind,
      about,
      counted: counted.length,
      found: counted.filter(({ isFound }) => isFound).length,
      missed: counted.filter(({ isFound }) => !isFound).map(({ label }) => label),
      weak: weak.length,
      weakFound: weak.filter(({ isFound }) => isFound).length,
      cleanFiles: looked.length,
      alarms: looked.flatMap(({ place, findings }) => {
        const own = findings.find(({ rule }) => about.rules.includes(rule));
        return own === undefined ? [] : [`${place} [${own.rule}] ${own.message}`];
      }),
    };
    return { ...result, verdict: verdictOf(result) };
  });
  return {
    kinds,
    cleanFiles: clean.length,
    cleanFilesAlarmed: alarmsAt.filter(({ findings }) => findings.length > 0).length,
    otherAlarms: alarmsAt.flatMap(({ place, findings }) =>
      findings
        .filter(({ rule }) => !known.has(rule))
        .map(({ rule, message }) => `${place} [${rule}] ${message}`),
    ),
  };
}

const statedText = ({ stated, unit = '' }: DefectKind): string =>
  stated === undefined
    ? ''
    : 'atLeast' in stated
      ? `≥ ${stated.atLeast} ${unit}`
      : `≤ ${stated.atMost} ${unit}`;

/** The report as lines to read: one per kind, then what was missed and what was said of clean files. */
export function reportLines({
  kinds,
  cleanFiles,
  cleanFilesAlarmed,
  otherAlarms,
}: CorpusReport): readonly string[] {
  const rows = [
    [
      'kind of defect',
      'by',
      'stated strength',
      'cases',
      'found',
      'recall',
      'weaker',
      'clean',
      'alarms',
      'verdict',
    ],
    ...kinds.map((one) => [
      one.kind,
      one.about.by,
      statedText(one.about),
      `${one.counted}`,
      `${one.found}`,
      share(one.found, one.counted).toFixed(3),
      one.weak === 0 ? '' : `${one.weakFound}/${one.weak}`,
      `${one.cleanFiles}`,
      `${one.alarms.length}`,
      one.verdict,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const missed = kinds.flatMap((one) => one.missed.map((label) => `  ${one.kind}: ${label}`));
  const alarms = kinds.flatMap((one) => one.alarms.map((label) => `  ${one.kind}: ${label}`));
  return [
    ...table,
    '',
    `clean files: ${cleanFiles}, with any alarm: ${cleanFilesAlarmed}`,
    ...(missed.length === 0 ? [] : ['', `missed at the stated strength (${missed.length}):`, ...missed]),
    ...(alarms.length === 0 ? [] : ['', `false alarms (${alarms.length}):`, ...alarms]),
    ...(otherAlarms.length === 0
      ? []
      : [
          '',
          `said of clean files by rules of no kind here (${otherAlarms.length}):`,
          ...otherAlarms.map((one) => `  ${one}`),
        ]),
  ];
}
