import type { FieldEdit } from '../contract/dossier.ts';
import { originEdits } from '../core/letters/letter-origin.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';

/** The edits that write down what the present prints of these letters are made from. */
export function printEdits(
  world: World,
  { document }: Pick<OpenDossier, 'document'>,
  states: readonly LetterState[],
): FieldEdit[] {
  return states.flatMap(({ letter, revision, ingredients }) =>
    revision === null || ingredients === undefined
      ? []
      : originEdits(document, letter, revision, { on: world.today(), ...ingredients }),
  );
}
