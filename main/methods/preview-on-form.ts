import type { LetterPreview, WordBox } from '../contract/letter-preview.ts';
import type { PrintGuides } from '../contract/letters.ts';
import { dossierField, isWritten } from '../core/letters/form-variables.ts';
import { variableTitle } from '../core/letters/variable-title.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { MadeLetter } from './needed-letters.ts';
import { previewPages } from './preview-pages.ts';
import { layOutMade } from './print-letter.ts';

/** A letter on the platform's form to look at: pictures of its pages, and the places on them that are filled in. */
export async function previewOnForm(
  world: World,
  made: MadeLetter,
  how: { readonly dpi: number; readonly page: number | undefined; readonly print: PrintGuides },
  { signal, language }: CallContext,
): Promise<LetterPreview> {
  const { template, filled, form } = made;
  const laidOut = await layOutMade(world, made, how.print);
  const words = (form?.placement.fields ?? []).flatMap((field): readonly WordBox[] => {
    const { page, xMm, yMm, widthMm, heightMm, variable } = field;
    if (variable === undefined || !isWritten(field, made)) return [];
    return [
      {
        page: page - 1,
        field: dossierField(variable, made),
        title: variableTitle(variable, template)[language],
        xMm,
        yMm,
        widthMm,
        heightMm,
      },
    ];
  });
  return {
    title: template.title[language],
    isDraft: filled.kind === 'missing-data',
    ...(filled.kind === 'missing-data' ? {} : { revision: filled.revision }),
    pageCount: laidOut.pages.length,
    pages: await previewPages(world, laidOut, { dpi: how.dpi, page: how.page, signal }),
    words,
  };
}
