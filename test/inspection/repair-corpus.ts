import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../main/app.ts';
import { Failure } from '../../main/contract/failure.ts';
import type { Finding } from '../../main/contract/report.ts';

/** What came of one repair of a case. */
export interface RepairedFinding {
  readonly case: string;
  readonly repair: string;
  /** The rules that offered it. */
  readonly rules: readonly string[];
  /** Whether a warning went with the offer. */
  readonly isWarned: boolean;
  readonly after: string;
  /** Rules that offered it and still complain of the new file. */
  readonly left: readonly string[];
  /** Errors and warnings that the old file had not. */
  readonly added: readonly string[];
  /** Undone, the dossier says what it said before. */
  readonly isUndone: boolean;
  readonly isOfferedAgain: boolean;
}

const told = ({ rule, level }: Finding): string => `${rule} ${level}`;

/** A repair that was offered and, when it was to be made, refused. */
export interface RefusedRepair {
  readonly case: string;
  readonly repair: string;
  /** Whether the dossier and the files of the case are as they were. */
  readonly isUntouched: boolean;
}

/** Makes every repair that the findings of a dossier offer, each in a copy of its own, judges again and undoes it. */
export async function repairCase(
  app: App,
  id: string,
  folder: string,
): Promise<{ readonly repaired: readonly RepairedFinding[]; readonly refused: readonly RefusedRepair[] }> {
  const { findings } = await app.call('review.check', { dossier: folder });
  const offered = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.fix === undefined) continue;
    offered.set(finding.fix.id, [...(offered.get(finding.fix.id) ?? []), finding]);
  }
  const repaired: RepairedFinding[] = [];
  const refused: RefusedRepair[] = [];
  for (const [repair, offering] of offered) {
    const copy = mkdtempSync(join(tmpdir(), 'yinqi-repair-'));
    try {
      cpSync(folder, copy, { recursive: true });
      repaired.push({ case: id, repair, ...(await repairOne(app, copy, repair, offering, findings)) });
    } catch (error) {
      // Rather none than a bad one: a picture too noisy for its limit is refused.
      if (!(error instanceof Failure && error.code === 'repair-impossible')) throw error;
      refused.push({ case: id, repair, isUntouched: contentOf(copy) === contentOf(folder) });
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return { repaired, refused };
}

/** Every file under a folder with the hash of what it holds. */
const contentOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}`,
    )
    .join('\n');

async function repairOne(
  app: App,
  dossier: string,
  repair: string,
  offering: readonly Finding[],
  before: readonly Finding[],
): Promise<Omit<RepairedFinding, 'case' | 'repair'>> {
  const { repairs } = await app.call('files.repairs', { dossier });
  const planned = repairs.find(({ id }) => id === repair);
  const { repaired, document } = await app.call('files.repair', { dossier, repairs: [repair] });
  const { findings } = await app.call('review.check', { dossier });
  const changes = document.repairs?.[repair]?.changes ?? [];
  const was = new Set(changes.flatMap(({ from, field }) => [...from, field]));
  const is = new Set(changes.flatMap(({ to, field }) => [...to, field]));
  const had = new Set(before.filter(({ at }) => was.has(at)).map(told));
  const now = findings.filter(({ at }) => is.has(at));
  const rules = [...new Set(offering.map(({ rule }) => rule))];
  const again = await app.call('files.repairs', { dossier });
  await app.call('files.undoRepair', { dossier, repair });
  const undone = await app.call('review.check', { dossier });
  return {
    rules,
    isWarned: planned?.warning !== undefined,
    after: repaired.map((one) => one.after).join('; '),
    left: now.filter(({ rule }) => rules.includes(rule)).map(told),
    added: now.filter((one) => one.level !== 'notice' && !had.has(told(one))).map(told),
    isUndone: JSON.stringify(undone.findings) === JSON.stringify(before),
    isOfferedAgain: again.repairs.some(
      ({ id, at }) => id === repair || changes.some(({ to }) => to.includes(at)),
    ),
  };
}
