import type { Random } from '../drawing/random.ts';
import type { Pen, Theme } from './screen-parts.ts';

/** The room of a screen in px; `unit` is 1 on a desktop and more on a phone, whose letters are larger. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

/** Draws what an app shows in a room. */
export type Screen = (pen: Pen, room: Room, theme: Theme, random: Random) => void;

/** A time of day. */
export const clock = (random: Random): string =>
  `${random.whole(8, 19)}:${String(random.whole(0, 59)).padStart(2, '0')}`;

/** A day of the year. */
export const day = (random: Random): string =>
  `2026-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
