import type { LetterState } from '../core/letters/letter-state.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { neededLetters } from './needed-letters.ts';

/** What a print of each letter that the dossier needs would say of itself today. Throws `unknown-platform`, `template-fault`. */
export async function letterStates(
  world: World,
  open: Pick<OpenDossier, 'document'>,
): Promise<readonly LetterState[]> {
  return (await neededLetters(world, open)).map(({ state }) => state);
}
