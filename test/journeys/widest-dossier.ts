import type { ServedYinqi } from './serve-yinqi.ts';

/** Makes a dossier in which nearly everything is asked for: every category, and each question answered with yes or with all it offers. */
export async function makeWidestDossier(served: ServedYinqi): Promise<string> {
  const { platforms } = await served.call('rulebook.platforms', {});
  const platform = platforms.find(({ id }) => id === 'tencent-meeting');
  if (platform === undefined) throw new Error('no rulebook of Tencent Meeting');
  const { dossier } = await served.call('dossiers.create', {
    platform: platform.id,
    track: 'listing',
    categories: platform.categories.map(({ id }) => id),
  });
  for (;;) {
    const { facts } = await served.call('rulebook.facts', { dossier });
    const open = facts.filter(({ answer }) => answer === undefined);
    if (open.length === 0) return dossier;
    const { revision } = await served.call('dossiers.open', { dossier });
    await served.call('dossiers.edit', {
      dossier,
      baseRevision: revision,
      edits: open.map(({ id, kind, options }) => ({
        path: ['facts', id],
        value:
          kind === 'yes-no'
            ? true
            : kind === 'one-of'
              ? (options.find((one) => one.id !== 'none')?.id ?? '')
              : options.map((one) => one.id),
      })),
    });
  }
}
