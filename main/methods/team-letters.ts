import type { Localized } from '../contract/language.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { usableTemplate } from './load-template.ts';
import { makeLetter, type LetterOptions, type NeededLetter } from './needed-letters.ts';

/** A team's own letters that no rule of the dossier's platform asks for, made; they can be printed whenever they are wanted. */
export async function teamLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  listed: ReadonlySet<string>,
  { only, ...options }: LetterOptions = {},
): Promise<readonly NeededLetter[]> {
  const rulebook = await world.rulebooks.load(open.document.platform);
  const asked = new Set(rulebook.rules.flatMap((rule) => (rule.kind === 'letter' ? [rule.letter] : [])));
  const made: NeededLetter[] = [];
  for (const letter of await world.letters.list()) {
    if (listed.has(letter) || asked.has(letter) || only?.includes(letter) === false) continue;
    const template = await usableTemplate(world, letter);
    if (template?.origin !== 'team' || template.kind === 'notice') continue;
    made.push({ ...(await makeLetter(world, open.document, letter, options)), need: 'optional', because });
  }
  return made;
}

const because: Localized = {
  zh: '团队自己添加的函件，平台规则没有要求，需要时生成。',
  en: 'A letter of the team’s own that no rule of the platform asks for: it is made when it is wanted.',
};
