import type { MethodName } from '../contract/api.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { Methods } from './method.ts';

/** Every method of the API. A file of methods is loaded when one of them is first called: a command needs one or two of them. */
export const methods: Methods = {
  ...whenCalled(
    async () => (await import('./dossiers.ts')).dossierMethods,
    [
      'app.about',
      'dossiers.list',
      'dossiers.create',
      'dossiers.createSample',
      'dossiers.open',
      'dossiers.edit',
      'dossiers.remove',
      'dossiers.restore',
      'dossiers.importFolder',
      'dossiers.exportFolder',
      'dossiers.init',
      'dossiers.archive',
      'dossiers.duplicate',
    ],
  ),
  ...whenCalled(
    async () => (await import('./files.ts')).fileMethods,
    ['files.import', 'files.remove', 'files.inspect', 'files.picture'],
  ),
  ...whenCalled(async () => (await import('./places.ts')).placeMethods, ['files.suggestPlaces']),
  ...whenCalled(
    async () => (await import('./repairs.ts')).repairMethods,
    ['files.repairs', 'files.repair', 'files.repairPreview', 'files.undoRepair'],
  ),
  ...whenCalled(async () => (await import('./pages.ts')).pageMethods, ['pages.split', 'pages.join']),
  ...whenCalled(
    async () => (await import('./rulebook.ts')).rulebookMethods,
    [
      'rulebook.platforms',
      'rulebook.facts',
      'rulebook.rules',
      'rulebook.conflicts',
      'rulebook.explain',
      'rulebook.fields',
    ],
  ),
  ...whenCalled(async () => (await import('./papers.ts')).paperMethods, ['papers.read']),
  ...whenCalled(async () => (await import('./requirements.ts')).requirementMethods, ['requirements.list']),
  ...whenCalled(
    async () => (await import('./letters.ts')).letterMethods,
    ['letters.list', 'letters.render', 'letters.write', 'letters.file'],
  ),
  ...whenCalled(
    async () => (await import('./forms.ts')).formMethods,
    [
      'forms.list',
      'forms.import',
      'forms.open',
      'forms.page',
      'forms.place',
      'forms.remove',
      'forms.restore',
    ],
  ),
  ...whenCalled(
    async () => (await import('./form-trials.ts')).formTrialMethods,
    ['forms.check', 'forms.preview'],
  ),
  ...whenCalled(async () => (await import('./letter-preview.ts')).letterPreviewMethods, ['letters.preview']),
  ...whenCalled(
    async () => (await import('./letter-pack-papers.ts')).letterPackPapersMethods,
    ['letters.pack-papers'],
  ),
  ...whenCalled(async () => (await import('./letter-pack.ts')).letterPackMethods, ['letters.pack']),
  ...whenCalled(
    async () => (await import('./letter-batch-check.ts')).letterBatchCheckMethods,
    ['letters.batch-check'],
  ),
  ...whenCalled(async () => (await import('./letter-batch.ts')).letterBatchMethods, ['letters.batch']),
  ...whenCalled(async () => (await import('./letter-word.ts')).letterWordMethods, ['letters.word']),
  ...whenCalled(
    async () => (await import('./templates.ts')).templateMethods,
    ['templates.list', 'templates.read', 'templates.check', 'templates.save', 'templates.compare'],
  ),
  ...whenCalled(
    async () => (await import('./clauses.ts')).clauseMethods,
    ['clauses.list', 'clauses.read', 'clauses.check', 'clauses.save', 'clauses.compare'],
  ),
  ...whenCalled(
    async () => (await import('./template-preview.ts')).templatePreviewMethods,
    ['templates.preview', 'templates.variables'],
  ),
  ...whenCalled(
    async () => (await import('./template-word.ts')).templateWordMethods,
    ['templates.word', 'templates.read-word'],
  ),
  ...whenCalled(
    async () => (await import('./review.ts')).reviewMethods,
    ['review.check', 'review.statements', 'review.deadlines', 'review.report'],
  ),
  ...whenCalled(async () => (await import('./texts.ts')).textMethods, ['texts.review']),
  ...whenCalled(async () => (await import('./identities.ts')).identityMethods, ['review.identities']),
  ...whenCalled(
    async () => (await import('./bundle.ts')).bundleMethods,
    ['bundle.plan', 'bundle.export', 'bundle.verify'],
  ),
  ...whenCalled(
    async () => (await import('./history.ts')).historyMethods,
    ['history.list', 'history.compare', 'history.stale'],
  ),
  ...whenCalled(
    async () => (await import('./import-bundle.ts')).importBundleMethods,
    ['dossiers.importBundle'],
  ),
  ...whenCalled(
    async () => (await import('./library.ts')).libraryMethods,
    ['library.export', 'library.plan', 'library.merge', 'library.records'],
  ),
  ...whenCalled(
    async () => (await import('./rejections.ts')).rejectionMethods,
    ['rejections.search', 'rejections.note'],
  ),
  ...whenCalled(
    async () => (await import('./retention.ts')).retentionMethods,
    ['retention.list', 'retention.erase', 'retention.eraseAtStart', 'data.overview'],
  ),
  ...whenCalled(
    async () => (await import('./companies.ts')).companyMethods,
    [
      'companies.list',
      'companies.open',
      'companies.save',
      'companies.remove',
      'companies.restore',
      'companies.keep',
      'companies.compare',
      'companies.use',
    ],
  ),
  ...whenCalled(
    async () => (await import('./people.ts')).peopleMethods,
    ['people.list', 'people.open', 'people.save', 'people.remove', 'people.restore'],
  ),
  ...whenCalled(
    async () => (await import('./purpose-lines.ts')).purposeLineMethods,
    ['files.purpose', 'files.purposePreview'],
  ),
};

/** The named methods of a file that is loaded by the first call of one of them. */
function whenCalled<N extends MethodName>(
  load: () => Promise<Pick<Methods, N>>,
  names: readonly N[],
): Pick<Methods, N> {
  const entries = names.map((name) => {
    const method = async (world: World, input: never, context: CallContext): Promise<unknown> =>
      (await load())[name](world, input, context);
    return [name, method] as const;
  });
  // Safe: there is one entry for each name, and each hands on what the method of that name takes and gives.
  return Object.fromEntries(entries) as Pick<Methods, N>;
}
