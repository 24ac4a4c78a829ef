import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from '../../main/app.ts';
import { makeCase } from './corpus-folder.ts';
import { corpus } from './corpus.ts';
import { isWithin } from './corpus-case.ts';
import { openStudio } from './drawing/studio.ts';
import type { CorpusAnswer, CorpusJob, JudgedCase } from './judge-corpus.ts';
import { openWorld } from './open-world.ts';

const port = parentPort;
if (port === null) throw new Error('the corpus worker is started by judge-corpus.ts');
const world = openWorld();
const app = createApp(world);
// Safe: judge-corpus.ts gives it.
const isMaking = (workerData as { readonly makeOnly: boolean }).makeOnly;
const studio = await openStudio(world);
const cases = new Map(corpus.map((one) => [one.id, one]));

async function judge(id: string): Promise<JudgedCase> {
  const one = cases.get(id);
  if (one === undefined) throw new Error(`no case ${id}`);
  const started = performance.now();
  const folder = await makeCase(one, studio).catch((error: unknown) => {
    throw new Error(`${id} could not be made`, { cause: error });
  });
  const made = performance.now();
  const { findings } = isMaking ? { findings: [] } : await app.call('review.check', { dossier: folder });
  const places = [...one.defects.flatMap(({ at }) => at), ...one.clean.map(({ at }) => at)];
  return {
    id,
    folder,
    findings: findings.filter(({ at }) => places.some((place) => isWithin(at, place))),
    makeMs: made - started,
    judgeMs: performance.now() - made,
  };
}

const answer = (given: CorpusAnswer): void => port.postMessage(given);
port.on('message', (job: CorpusJob) => {
  if ('close' in job) {
    world.close();
    answer({ closed: true });
    return;
  }
  judge(job.id).then(
    (judged) => answer({ judged }),
    (error: unknown) => {
      throw error;
    },
  );
});
answer({ ready: true });
