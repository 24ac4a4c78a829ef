import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFormShelf } from '../../main/adapters/letters/form-shelf.ts';
import { createLetterShelf } from '../../main/adapters/letters/letter-shelf.ts';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';
import { api } from '../../main/contract/api.ts';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { FontMetrics } from '../../main/contract/laid-out-document.ts';
import { requirementMethods } from '../../main/methods/requirements.ts';
import { reviewMethods } from '../../main/methods/review.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { cleanDossier, soundFiles } from '../rulebook/clean-dossier.ts';
import { dossierWith } from '../rulebook/example-subject.ts';
import { resourcesFolder } from '../rulebook/load-rulebook.ts';

const context: CallContext = {
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const face: FontMetrics = { has: () => true, advance: () => 1, ascent: 0.8, descent: 0.2 };

/** A world with one dossier whose files were all measured as sound; disk and fonts are played. */
function worldWith(document: DossierDocument): World {
  const files = soundFiles(document);
  return {
    today: () => '2026-07-01',
    rulebooks: createRulebookShelf(resourcesFolder),
    letters: createLetterShelf(resourcesFolder),
    forms: createFormShelf(join(resourcesFolder, 'no-forms')),
    fonts: async () => ({ serif: face, 'serif-bold': face, sans: face }),
    inspector: { inspect: async (_file: unknown, path: string) => files.get(path)! },
    dossiers: {
      open: async () => ({
        ref: 'd',
        revision: 0,
        document,
        files: [...files.values()].map(({ path, sizeBytes }) => ({ path, sizeBytes })),
      }),
      recordProgress: async () => undefined,
      locate: async (_ref: string, path: string) => ({ absolutePath: `/${path}`, name: path }),
    },
  } as unknown as World;
}

test('the report is in one language and of the shape that the interface names', async () => {
  const world = worldWith(dossierWith());
  const zh = api['review.check'].output.parse(
    await reviewMethods['review.check'](world, { dossier: 'd' }, context),
  );
  const en = api['review.check'].output.parse(
    await reviewMethods['review.check'](world, { dossier: 'd' }, { ...context, language: 'en' }),
  );
  expect(zh).toMatchObject({
    schema: 'yinqi/report@1',
    verdict: 'fail',
    rulebook: { id: 'tencent-meeting', version: '0.4.0' },
  });
  expect(en.findings.map((one) => one.rule)).toEqual(zh.findings.map((one) => one.rule));
  expect(en.findings.find((one) => one.rule === 'app-name')!.message).toContain('is not filled in');
  const { error, warning, notice } = zh.counts;
  expect(error + warning + notice).toBe(zh.findings.length);
});

test('every file of the dossier reaches the review', async () => {
  const report = await reviewMethods['review.check'](worldWith(cleanDossier()), { dossier: 'd' }, context);
  expect(report.findings.filter((one) => one.level === 'error')).toEqual([]);
});

test('a what-if answers a question for this once', async () => {
  const world = worldWith(cleanDossier());
  const ids = async (assume?: Record<string, boolean | string>) => {
    const { requirements } = await requirementMethods['requirements.list'](
      world,
      { dossier: 'd', ...(assume === undefined ? {} : { assume }) },
      context,
    );
    return requirements.map((one) => one.id);
  };
  expect(await ids({ networked: false })).not.toContain('icp-filing-proof');
  expect(await ids({ 'software-copyright-holder': 'individual' })).toContain('individual-signing-photo');
  expect(await ids()).toContain('icp-filing-proof');
});

test('statements come by topic, each with who may make it and what was stated', async () => {
  const document = cleanDossier();
  const [stated = ''] = Object.keys(document.attestations ?? {});
  const { topics } = api['review.statements'].output.parse(
    await reviewMethods['review.statements'](worldWith(document), { dossier: 'd' }, context),
  );
  expect(topics.length).toBeGreaterThan(5);
  const all = topics.flatMap(({ statements }) => statements);
  expect(new Set(all.map(({ rule }) => rule)).size).toBe(all.length);
  expect(all.filter(({ by, cites }) => by === '' || cites.length === 0)).toEqual([]);
  expect(all.find(({ rule }) => rule === stated)?.attested).toEqual(document.attestations?.[stated]);
  // One screenful a topic, for the plain case.
  expect(topics.filter(({ statements }) => statements.length > 8).map(({ id }) => id)).toEqual([]);
});

test('a duty with a clock is counted from the day given, and one that there is not is named with its nearest', async () => {
  const call = (starts: Record<string, string>) =>
    reviewMethods['review.deadlines'](worldWith(cleanDossier()), { dossier: 'd', starts }, context);
  const { deadlines } = api['review.deadlines'].output.parse(
    await call({ 'platform-reviews-listing': '2026-09-28' }),
  );
  expect(deadlines.find(({ rule }) => rule === 'platform-reviews-listing')).toMatchObject({
    ifStartedOn: '2026-09-28',
    due: '2026-10-10',
  });
  const failure = await call({ 'platform-review-listing': '2026-09-28' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'unknown-duty', hint: { zh: expect.stringContaining('platform-reviews-listing') as string } }); // prettier-ignore
});

test('a cancelled review stops', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  const call = reviewMethods['review.check'](
    worldWith(cleanDossier()),
    { dossier: 'd' },
    { ...context, signal: stop.signal },
  );
  await expect(call).rejects.toThrow('stopped');
});

test('an unknown platform is a failure', async () => {
  const call = reviewMethods['review.check'](
    worldWith(dossierWith({ platform: 'tencent' })),
    { dossier: 'd' },
    context,
  );
  await expect(call).rejects.toMatchObject({ code: 'unknown-platform' });
});
