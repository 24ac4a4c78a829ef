import { Failure } from '../contract/failure.ts';
import { inLanguage, type Language, type Localized } from '../contract/language.ts';
import { askedFacts } from '../core/category/fact-questions.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import { commentedDossier } from '../core/dossier/commented-dossier.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import { nearName } from '../core/near-name.ts';
import { planDuplicate } from '../core/dossier/plan-duplicate.ts';
import { safeFileName } from '../core/dossier/safe-file-name.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { summaryOf, unnamedApp } from './dossier-summary.ts';
import type { Methods } from './method.ts';

/** The methods on whole dossiers, and on the program itself. */
export const dossierMethods: Pick<
  Methods,
  | 'app.about'
  | 'dossiers.list'
  | 'dossiers.create'
  | 'dossiers.createSample'
  | 'dossiers.open'
  | 'dossiers.edit'
  | 'dossiers.archive'
  | 'dossiers.duplicate'
  | 'dossiers.remove'
  | 'dossiers.restore'
  | 'dossiers.importFolder'
  | 'dossiers.exportFolder'
  | 'dossiers.init'
> = {
  async 'app.about'(world, _input, { language }) {
    const ids = await world.rulebooks.list();
    const rulebooks = await Promise.all(
      ids.map(async (id) => {
        const { platform } = await world.rulebooks.load(id);
        return { id, title: inLanguage(platform.title, language), version: platform.version };
      }),
    );
    return { ...world.about, today: world.today(), rulebooks };
  },

  async 'dossiers.list'(world, _input, { language }) {
    const all = await world.dossiers.list();
    const known = await world.rulebooks.list();
    const shown = [...new Set(all.map(({ outline }) => outline.platform))].filter((id) => known.includes(id));
    const versions = new Map(
      await Promise.all(
        shown.map(async (id) => [id, (await world.rulebooks.load(id)).platform.version] as const),
      ),
    );
    return {
      dossiers: all.map((one) => summaryOf(one, versions.get(one.outline.platform) ?? null, language)),
    };
  },

  async 'dossiers.create'(world, input) {
    const choices = await requireChoices(world, input);
    return dossierData(await world.dossiers.create({ schema: 'yinqi/dossier@1', ...choices }));
  },

  async 'dossiers.createSample'(world) {
    return dossierData(await world.dossiers.importFolder(world.folders.sample));
  },

  async 'dossiers.open'(world, { dossier }) {
    return dossierData(await world.dossiers.open(dossier));
  },

  async 'dossiers.edit'(world, { dossier, baseRevision, edits }) {
    return dossierData(await world.dossiers.edit(dossier, baseRevision, edits));
  },

  async 'dossiers.archive'(world, { dossier, archived }) {
    await world.dossiers.archive(dossier, archived);
    return {};
  },

  async 'dossiers.duplicate'(world, { dossier }) {
    const { document } = await world.dossiers.open(dossier);
    const { rules } = await world.rulebooks.load(document.platform);
    const letters = new Set(rules.filter(({ kind }) => kind === 'letter').map(({ id }) => id));
    const { edits, leftFiles, attestations, signedLetters } = planDuplicate(document, letters);
    const copy = await world.dossiers.copy(dossier, edits, leftFiles);
    return { ...dossierData(copy), left: { attestations, signedLetters } };
  },

  async 'dossiers.remove'(world, { dossier }) {
    await world.dossiers.remove(dossier);
    return {};
  },

  async 'dossiers.restore'(world, { dossier }) {
    return dossierData(await world.dossiers.restore(dossier));
  },

  async 'dossiers.importFolder'(world, { folder }) {
    return dossierData(await world.dossiers.importFolder(world.grants.resolve(folder)));
  },

  async 'dossiers.exportFolder'(world, { dossier, folder }, { language, signal, onProgress }) {
    const open = await world.dossiers.open(dossier);
    const entries = await world.dossiers.exportEntries(dossier);
    if (folder !== undefined) {
      const target = world.grants.resolve(folder);
      await world.folders.write(target, entries, { refuseExisting: true });
      return { fileName: target.name, files: entries.length };
    }
    const fileName = exportName(open, language);
    const { artifact, absolutePath } = await world.artifacts.reserve(fileName, 'application/zip');
    await world.zip.write(absolutePath, entries, () => [], { date: world.today(), signal, onProgress });
    return { artifact, fileName, files: entries.length };
  },

  async 'dossiers.init'(world, { folder, ...wanted }, { language }) {
    const choices = await requireChoices(world, wanted);
    const rulebook = await world.rulebooks.load(choices.platform);
    const blank = parseDossier(commentedDossier({ ...choices, language }), 'dossier.yaml');
    const text = commentedDossier({
      ...choices,
      language,
      questions: askedFacts(rulebook, blank, { mayComeUp: true }),
    });
    const path = 'dossier.yaml';
    await world.folders.write(
      world.grants.resolve(folder),
      [{ path, content: new TextEncoder().encode(text) }],
      { refuseExisting: true },
    );
    return { files: [path] };
  },
};

const dossierWord: Localized = { zh: '案卷', en: 'dossier' };

const exportName = (open: OpenDossier, language: Language): string =>
  safeFileName(`${open.document.app?.name?.trim() || unnamedApp[language]}-${dossierWord[language]}.zip`);

interface Choices {
  readonly platform: string;
  readonly track?: string | undefined;
  readonly categories: readonly string[];
}

/** Platform, track and categories as the rulebook knows them; the first track where none was chosen. */
async function requireChoices(world: World, wanted: Choices) {
  const platforms = await world.rulebooks.list();
  if (!platforms.includes(wanted.platform)) {
    throw unknownChoice('platform', { zh: '平台', en: 'platform' }, wanted.platform, platforms);
  }
  const { platform, categories: known } = await world.rulebooks.load(wanted.platform);
  const tracks = platform.tracks.map((track) => track.id);
  const track = wanted.track ?? tracks[0];
  if (track !== undefined && !tracks.includes(track)) {
    throw unknownChoice('track', { zh: '申请类型', en: 'track' }, track, tracks);
  }
  const ids = known.map((category) => category.id);
  const stranger = wanted.categories.find((category) => !ids.includes(category));
  if (stranger !== undefined) {
    throw unknownChoice('category', { zh: '业务类别', en: 'category' }, stranger, ids);
  }
  const categories = [...new Set(wanted.categories)];
  return { platform: wanted.platform, ...(track === undefined ? {} : { track }), categories };
}

function unknownChoice(
  kind: 'platform' | 'track' | 'category',
  title: Localized,
  found: string,
  known: readonly string[],
): Failure {
  const near = nearName(found, known) ?? known.find((id) => id.endsWith(`/${found}`));
  const all: Localized =
    known.length === 0
      ? { zh: `这个平台不分${title.zh}，请不要填写`, en: `This platform has no ${title.en}: leave it out` }
      : { zh: `可选：${known.join('、')}`, en: `Choose from: ${known.join(', ')}` };
  return new Failure(
    `unknown-${kind}`,
    {
      zh: `没有「${found}」这个${title.zh}${near === undefined ? '' : `，是否想写「${near}」？`}`,
      en: `There is no ${title.en} “${found}”${near === undefined ? '' : `; did you mean “${near}”?`}`,
    },
    all,
  );
}
