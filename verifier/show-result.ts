import type { Localized } from '../main/contract/language.ts';
import type { JudgedVerification, UnpackedEntry } from '../main/core/bundle/difference.ts';
import type { EnclosedReport } from '../main/core/bundle/enclosed-report.ts';
import { kindWords, words } from './words.ts';

/** What was found about one zip or folder. */
export interface Finding {
  /** Its name as it was chosen. */
  readonly name: string;
  readonly verification: JudgedVerification;
  readonly report: EnclosedReport | null;
  readonly entries: readonly UnpackedEntry[];
  readonly ignored: readonly string[];
}

/** An element with text or other elements in it; text is never read as HTML. */
export function element(tag: string, content: string | readonly Node[], className = ''): HTMLElement {
  const made = document.createElement(tag);
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  if (className !== '') made.className = className;
  return made;
}

/** A text in both languages, Chinese first. */
export function both(tag: string, { zh, en }: Localized, className = ''): HTMLElement {
  const english = element('span', en, 'english');
  english.lang = 'en';
  return element(tag, [element('span', zh), english], className);
}

/** The result as elements, most important first. */
export function resultOf(finding: Finding): readonly Node[] {
  const { verification, report, entries } = finding;
  const isWhole = verification.verdict === 'whole';
  const verdict = both(
    'h2',
    isWhole ? words.whole : words.notWhole,
    isWhole ? 'verdict whole' : 'verdict spoiled',
  );
  verdict.tabIndex = -1;
  const { differences } = verification;
  const named = new Set(differences.map(({ path }) => path));
  const whole = entries.filter(({ name, sha256 }) => sha256 !== null && !named.has(insideOf(name)));
  return [
    verdict,
    element('p', finding.name, 'name'),
    ...(verification.draft ? [both('p', words.draft, 'banner')] : []),
    ...(verification.redacted === true ? [both('p', words.redacted, 'banner')] : []),
    ...(differences.length === 0
      ? []
      : [
          titled(words.problems, differences.length),
          element(
            'ul',
            differences.map(({ code, path, message }) =>
              element('li', [
                both('span', kindWords[code], `kind ${code}`),
                element('span', path, 'path'),
                both('span', message, 'message'),
              ]),
            ),
            'differences',
          ),
        ]),
    factsOf(finding, report),
    ...listOf(words.leftOut, [...(report?.redacted?.leftOut ?? []), ...(report?.redacted?.masked ?? [])]),
    ...listOf(words.ignored, finding.ignored),
    filesOf(whole),
  ];
}

const insideOf = (name: string): string => name.slice(name.indexOf('/') + 1).normalize('NFC');

const titled = (title: Localized, count: number): HTMLElement =>
  element('h3', [both('span', title), element('span', String(count), 'count')]);

function factsOf({ verification }: Finding, report: EnclosedReport | null): HTMLElement {
  const rows: (readonly [Localized, string | Localized])[] = [
    [words.files, String(verification.files)],
    ...(report === null
      ? []
      : ([
          [words.date, report.date],
          [words.verdict, report.verdict === 'pass' ? words.pass : words.fail],
          [
            words.counts,
            {
              zh: `错误 ${report.counts.error}，提醒 ${report.counts.warning}，提示 ${report.counts.notice}`,
              en: `${report.counts.error} errors, ${report.counts.warning} warnings, ${report.counts.notice} notices`,
            },
          ],
          [words.rulebook, `${report.rulebook.id} ${report.rulebook.version}`],
          [words.generator, `${report.generator.name} ${report.generator.version}`],
        ] as const)),
    ...(verification.fingerprint === undefined
      ? []
      : ([[words.fingerprint, verification.fingerprint]] as const)),
  ];
  return element(
    'dl',
    rows.flatMap(([title, value]) => [
      both('dt', title),
      typeof value === 'string' ? element('dd', value) : both('dd', value),
    ]),
  );
}

function listOf(title: Localized, lines: readonly string[]): readonly Node[] {
  if (lines.length === 0) return [];
  return [
    titled(title, lines.length),
    element(
      'ul',
      lines.map((line) => element('li', line)),
      'plain',
    ),
  ];
}

function filesOf(entries: readonly UnpackedEntry[]): HTMLElement {
  const summary = element('summary', [
    both('span', words.wholeFiles),
    element('span', String(entries.length), 'count'),
  ]);
  const rows = entries.map(({ name, sizeBytes, sha256 }) =>
    element('tr', [
      element('td', insideOf(name), 'path'),
      element('td', sizeBytes.toLocaleString('en'), 'size'),
      element('td', sha256 ?? '', 'hash'),
    ]),
  );
  const head = element('tr', [
    both('th', { zh: '文件', en: 'File' }),
    both('th', { zh: '字节', en: 'Bytes' }),
    element('th', 'SHA-256'),
  ]);
  const table = element('table', [element('thead', [head]), element('tbody', rows)]);
  return element('details', [summary, element('div', [table], 'scroll')]);
}
