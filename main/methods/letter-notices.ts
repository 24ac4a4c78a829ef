import type { DossierDocument } from '../contract/dossier.ts';
import { periodRemarks } from '../core/letters/entry-faults.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { usableTemplate } from './load-template.ts';
import { teamLetters } from './team-letters.ts';
import { makeLetter, neededLetters, type LetterOptions, type NeededLetter } from './needed-letters.ts';

/**
 * The notices of a dossier's platform, made, in the order of their ids. They can be made at any time; where the dossier
 * asks for the paper that a notice becomes, it belongs to that requirement. Throws `template-fault`, `unknown-platform`.
 */
export async function noticeLetters(
  world: World,
  document: DossierDocument,
  { only, ...options }: LetterOptions = {},
): Promise<readonly NeededLetter[]> {
  const made: NeededLetter[] = [];
  const rulebook = await world.rulebooks.load(document.platform);
  const requirements = resolveRequirements({ rulebook, document });
  const asked = new Set(requirements.filter(({ status }) => status !== 'open').map(({ id }) => id));
  for (const letter of await world.letters.list()) {
    if (only?.includes(letter) === false) continue;
    const template = await usableTemplate(world, letter);
    if (template === null) continue;
    const { kind, platforms, because } = template;
    if (kind !== 'notice' || because === undefined || !platforms?.includes(document.platform)) continue;
    const entry = { ...document.letters?.[letter], ...options };
    const requirement = asked.has(template.requirement ?? '') ? (template.requirement ?? null) : null;
    const remarks = periodRemarks(template, document, entry);
    made.push({
      ...(await makeLetter(world, document, letter, { ...options, requirement })),
      need: 'notice',
      because: {
        zh: [because, ...remarks].map(({ zh }) => zh).join(''),
        en: [because, ...remarks].map(({ en }) => en).join(' '),
      },
    });
  }
  return made;
}

/** Every letter that a dossier may have: those its rulebook asks for, the team's own, then the notices. Throws `unknown-platform`, `template-fault`. */
export async function availableLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  options: LetterOptions = {},
): Promise<readonly NeededLetter[]> {
  const needed = await neededLetters(world, open, options);
  return [...needed, ...(await furtherLetters(world, open, needed, options))];
}

/** The letters of a dossier besides those that its rulebook asks for: the team's own, then the notices. Throws as `availableLetters` does. */
export async function furtherLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  needed: readonly NeededLetter[],
  options: LetterOptions = {},
): Promise<readonly NeededLetter[]> {
  const listed = new Set(needed.map(({ template }) => template.id));
  return [
    ...(await teamLetters(world, open, listed, options)),
    ...(await noticeLetters(world, open.document, options)),
  ];
}
