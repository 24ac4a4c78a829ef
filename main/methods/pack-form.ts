import type { LaidOutDocument } from '../contract/laid-out-document.ts';
import type { PrintGuides } from '../contract/letters.ts';
import { formTasks } from '../core/letters/pack-form-tasks.ts';
import type { PackPiece } from '../core/letters/pack-plan.ts';
import { printableText } from '../core/letters/printable.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import type { PackWriter } from '../world/pdf.ts';
import type { MadeLetter } from './needed-letters.ts';
import { layOutMade } from './print-letter.ts';

/** A letter on the platform's form: filled in a file of its own, whose pages stand whole on pages of the pack. */
export interface FormPiece extends PackPiece {
  readonly kind: 'letter';
  /** The pages with nothing on them but the form. */
  readonly document: LaidOutDocument;
  /** Names the file for whoever writes the pack. */
  readonly source: string;
  readonly file: LocalFile;
}

/** A letter that is made on the platform's form, for a print pack. */
export async function formPiece(
  world: World,
  open: OpenDossier,
  made: MadeLetter,
  print: PrintGuides,
): Promise<FormPiece> {
  const { template, form } = made;
  if (form === null) throw new Error('a letter in our own wording has no form to place');
  const laidOut = await layOutMade(world, made, print);
  const bytes = await world.pdf.write(laidOut);
  const file = world.artifacts.resolve(
    await world.artifacts.keep(bytes, `${template.title.zh}.pdf`, 'application/pdf'),
  );
  const party = printableText(open.document.company?.name ?? '');
  return {
    kind: 'letter',
    id: template.id,
    party,
    isOwn: true,
    sheets: formTasks(template.title, form.placement, form.pages.length, {
      party,
      isIndividual: open.document.applicant?.kind === 'individual',
    }),
    document: { ...laidOut, elements: [], pages: laidOut.pages.map((page) => ({ ...page, items: [] })) },
    source: `form:${template.id}`,
    file,
  };
}

/** Where the pages of a form stand in a pack whose page from 0 is the first of them. */
export function placedForm(
  { document, source }: FormPiece,
  onPage: number,
): Parameters<PackWriter['write']>[1]['placed'] {
  return document.pages.map(({ widthMm, heightMm }, page) => ({
    picture: { source, page, kind: 'pdf', width: widthMm, height: heightMm },
    xMm: 0,
    yMm: 0,
    widthMm,
    heightMm,
    onPage: onPage + page,
  }));
}
