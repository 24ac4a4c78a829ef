import type { DossierDocument } from '../contract/dossier.ts';
import type { LetterPreview, WordBox } from '../contract/letter-preview.ts';
import type { PrintGuides } from '../contract/letters.ts';
import { draftLetter, fillLetter } from '../core/letters/fill-letter.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { isPartyVariable, partyField } from '../core/letters/party-variables.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { variableTitle } from '../core/letters/variable-title.ts';
import { wordPlaces } from '../core/letters/word-places.ts';
import { wordSources } from '../core/letters/word-sources.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import { previewPages } from './preview-pages.ts';

/** Makes a letter of a template to look at: pictures of its pages, and where on them stands what was filled in. */
export async function previewLetter(
  world: World,
  letter: { readonly template: LetterTemplate; readonly document: DossierDocument },
  how: { readonly dpi: number; readonly page: number | undefined; readonly print: PrintGuides },
  { signal, language }: CallContext,
): Promise<LetterPreview> {
  const { template, document } = letter;
  const filled = fillLetter({ template, document });
  const isDraft = filled.kind === 'missing-data';
  const tree = isDraft ? draftLetter({ template, document }) : filled.tree;
  const laidOut = await layOut(tree, await world.fonts(), (code) => world.codes.encode(code), how.print);
  const places = wordPlaces(laidOut, wordSources({ template, document, isDraft }));
  const words = places.map(({ variable, ...place }): WordBox => ({
    ...place,
    field: fieldOf(variable, template, document),
    title: variableTitle(variable, template)[language],
  }));
  return {
    title: template.title[language],
    isDraft,
    ...(isDraft ? {} : { revision: filled.revision }),
    pageCount: laidOut.pages.length,
    pages: await previewPages(world, laidOut, { dpi: how.dpi, page: how.page, signal }),
    words,
  };
}

/** Where a variable is filled in: the letter's own under `letters`, another party's in the list of parties. */
function fieldOf(variable: string, template: LetterTemplate, document: DossierDocument): string {
  const [group, ...rest] = variable.split('.');
  const name = rest.join('.');
  if (group === 'letter') {
    const isAsk = template.fields.some(({ id }) => id === name);
    return `letters.${template.id}.${isAsk ? 'fields.' : ''}${name}`;
  }
  return isPartyVariable(variable)
    ? (partyField(document, variable, template.licenses) ?? 'parties')
    : variable;
}
