import { randomOf, type Random } from '../drawing/random.ts';
import type { Studio } from '../drawing/studio.ts';
import { certificate, filing, identityCard, licence } from './certificates.ts';
import { lastPage, letterhead, productLetter, typedLetter } from './letters.ts';
import type { Paper } from './paper.ts';

const makers = {
  commitment: (studio: Studio) => productLetter('publishing-commitment', studio),
  authorisation: (studio: Studio) => productLetter('authorisation-letter', studio),
  letter: typedLetter,
  letterhead,
  licence,
  certificate,
  filing,
  identity: identityCard,
  last: lastPage,
} satisfies Record<string, (studio: Studio, random: Random) => Promise<Paper>>;
export type PaperName = keyof typeof makers;

const drawn = new Map<string, Promise<Paper>>();

/** A paper of a kind; of each there are a few, told apart by `variant`. Drawn once by each process. */
export function drawPaper(name: PaperName, variant: number, studio: Studio): Promise<Paper> {
  const key = `${name} ${variant % 4}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = makers[name](studio, randomOf(key));
  drawn.set(key, made);
  return made;
}
