import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { contactSheet } from '../test/inspection/contact-sheet.ts';
import { corpus } from '../test/inspection/corpus.ts';
import { reportLines, reportOnCorpus } from '../test/inspection/corpus-report.ts';
import { openStudio } from '../test/inspection/drawing/studio.ts';
import { openWorld } from '../test/inspection/open-world.ts';
import { judgeCorpus, type JudgedCase } from '../test/inspection/judge-corpus.ts';

const { values } = parseArgs({
  options: {
    /** Only cases whose id has this in it. */
    only: { type: 'string', default: '' },
    /** A folder for contact sheets. */
    sheets: { type: 'string' },
    /** A file for the report, besides the terminal. */
    report: { type: 'string' },
    /** Everything that was said, case by case. */
    all: { type: 'boolean', default: false },
    /** Makes the files and judges nothing. */
    make: { type: 'boolean', default: false },
  },
});
const cases = corpus.filter(({ id }) => id.includes(values.only));

async function writeSheets(folder: string, judged: readonly JudgedCase[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const world = openWorld();
  const studio = await openStudio(world);
  const groups = Map.groupBy(judged, ({ id }) => id.split('/')[0] ?? id);
  for (const [group, members] of groups) {
    const isLogo = cases.some(({ id, role }) => role === 'logo' && id.startsWith(`${group}/`));
    const sheet = await contactSheet(
      studio,
      members.map(({ id, folder: at }) => ({ label: id.slice(group.length + 1), folder: at })),
      isLogo ? { cellPx: 140, columns: 9 } : { cellPx: 320, columns: 5 },
    );
    if (sheet !== null) writeFileSync(join(folder, `${group}.png`), sheet);
  }
  world.close();
}

const started = performance.now();
const judged = await judgeCorpus(
  cases.map(({ id }) => id),
  {
    makeOnly: values.make,
    onJudged: (done) => {
      if (done % 25 === 0) process.stderr.write(`${done} of ${cases.length}\n`);
    },
  },
);
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const sum = (of: (one: JudgedCase) => number): number => judged.reduce((total, one) => total + of(one), 0);
const lines = [
  ...reportLines(reportOnCorpus(cases, judged)),
  '',
  `${cases.length} cases in ${seconds(performance.now() - started)} s (making ${seconds(sum((one) => one.makeMs))}, judging ${seconds(sum((one) => one.judgeMs))} s of work)`,
  ...(values.all
    ? judged.flatMap(({ id, findings }) => [
        id,
        ...findings.map((one) => `    ${one.at} ${one.level} [${one.rule}] ${one.message}`),
      ])
    : []),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.report !== undefined) writeFileSync(resolve(values.report), `${lines.join('\n')}\n`);
if (values.sheets !== undefined) await writeSheets(resolve(values.sheets), judged);
