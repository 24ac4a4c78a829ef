import type { Random } from '../drawing/random.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawLogo, exported, type LogoPlan } from './draw-logo.ts';
import { markNames } from './marks.ts';

/** A logo with one thing wrong. */
export interface LogoFault {
  readonly kind: string;
  readonly as: string;
  readonly strength?: number;
  readonly file?: string;
  readonly field?: 'app.logo' | 'company.logo';
  draw(studio: Studio, random: Random): Promise<Buffer>;
}

/** Grounds and marks that stand apart plainly. */
export const pairs = [
  { colour: '#ffffff', ground: '#2563eb' },
  { colour: '#ffffff', ground: '#b91c1c' },
  { colour: '#fde047', ground: '#1e293b' },
  { colour: '#ffffff', ground: '#0f766e' },
  { colour: '#1d4ed8', ground: '#ffffff' },
  { colour: '#111827', ground: '#fbbf24' },
] as const;
/** Those of them on which a red badge stands out. */
export const pairsForRed = [pairs[0], pairs[2], pairs[3], pairs[4]] as const;

/** A logo by the guide, but for what is set otherwise. */
export const planOf = (random: Random, over: Partial<LogoPlan> = {}): LogoPlan => ({
  ...random.one(pairs),
  mark: random.one(markNames.filter((name) => !name.startsWith('wordmark'))),
  ...over,
});

/** Draws a plan and exports it as careful people do. */
export const planned =
  (plan: (random: Random) => LogoPlan) =>
  async (studio: Studio, random: Random): Promise<Buffer> =>
    exported(await drawLogo(plan(random), studio, random));

/** One fault for each value. */
export const faultsOf = <T>(
  values: readonly T[],
  make: (value: T, index: number) => LogoFault,
): LogoFault[] => values.map(make);
