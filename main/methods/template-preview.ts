import type { DossierDocument } from '../contract/dossier.ts';
import { Failure, Failures } from '../contract/failure.ts';
import type { Language } from '../contract/language.ts';
import type { TemplatePreview, TemplateVariable } from '../contract/letter-preview.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import { isPartyVariable } from '../core/letters/party-variables.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { TemplateFault } from '../core/letters/template-fault.ts';
import { templateVariables } from '../core/letters/template-scope.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryTemplate } from '../core/letters/try-template.ts';
import { variableTitle } from '../core/letters/variable-title.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';
import { clausesOf } from './load-clauses.ts';
import { previewLetter } from './preview-letter.ts';

const usualDpi = 80;

/** Templates while they are written. */
export const templatePreviewMethods: Pick<Methods, 'templates.preview' | 'templates.variables'> = {
  async 'templates.preview'(world, { text, sample, dossier, dpi = usualDpi, page }, context) {
    const { language } = context;
    let template: LetterTemplate | null = null;
    try {
      template = parseTemplate(text, 'template.md', 'team', await clausesOf(world, text));
      if (!isVersion(template.version)) throw badVersion(template.version);
      tryTemplate(template, sample ?? null);
      const document = await documentFor(world, sample, dossier);
      const preview = await previewLetter(world, { template, document }, { dpi, page, print: {} }, context);
      return { faults: [], ...namesOf(template, language), preview };
    } catch (error) {
      return {
        faults: faultsOf(error, language),
        ...(template === null ? {} : namesOf(template, language)),
      };
    }
  },

  async 'templates.variables'(_world, _input, { language }) {
    const variables = templateVariables
      .filter((variable) => !notPrinted.includes(variable))
      .map((variable) => ({
        variable,
        title: variableTitle(variable)[language],
        group: groupOf(variable),
      }));
    return { variables };
  },
};

/** Names that conditions and loops look at, and no text by themselves. */
const notPrinted = [
  'platform',
  'track',
  'categories',
  'app.searchKeywords',
  'app.permissions',
  'parties',
  'facts',
];

function groupOf(variable: string): TemplateVariable['group'] {
  if (isPartyVariable(variable)) return 'party';
  const [group] = variable.split('.');
  return group === 'company' || group === 'app' || group === 'letter' ? group : 'dossier';
}

async function documentFor(
  world: World,
  sample: string | undefined,
  dossier: string | undefined,
): Promise<DossierDocument> {
  if (dossier !== undefined) return (await world.dossiers.open(dossier)).document;
  if (sample !== undefined) return parseDossier(sample, 'sample.yaml');
  return { schema: 'yinqi/dossier@1', platform: 'tencent-meeting', categories: [] };
}

const namesOf = ({ id, version, title }: LetterTemplate, language: Language) => ({
  letter: id,
  version,
  title: title[language],
});

function faultsOf(error: unknown, language: Language): TemplatePreview['faults'] {
  if (!(error instanceof Failure)) throw error;
  const all = error instanceof Failures ? error.all : [error];
  return all.map((one) => ({
    ...(one instanceof TemplateFault ? { line: one.takenInAt ?? one.line } : {}),
    // What is wrong inside a shared clause names the clause's own file and line.
    message: (one instanceof TemplateFault && one.takenInAt === undefined ? one.what : one.text)[language],
    hint: one.hint[language],
  }));
}
