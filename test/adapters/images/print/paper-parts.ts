import type { Lettering } from '../../../inspection/drawing/lettering.ts';

/** A paper as the inside of an SVG of this size. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** Draws one kind of paper with what stands on it. */
export type PaperLayout = (
  letters: Lettering,
  paper: { readonly values: Readonly<Record<string, string>> },
) => Drawn;

/** What text is printed in. */
export const ink = '#1f2328';
/** What emblems and seals are printed in. */
export const red = '#c2161c';

/** Breaks a text into lines of so many characters. */
export const lines = (text: string, length: number): readonly string[] =>
  text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];

/** A round seal with a star and the name of who has it. */
export function seal(letters: Lettering, x: number, y: number, r: number, name: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${red}" stroke-width="6" opacity="0.85"/>${letters.text('★', { x, y: y + r * 0.25, size: r * 0.6, colour: red, anchor: 'middle' })}${letters.text(name, { x, y: y - r * 0.4, size: r * 0.22, colour: red, anchor: 'middle' })}`;
}

/** Labels with their values beside them, long values broken into lines. */
export function rows(
  letters: Lettering,
  pairs: readonly (readonly [label: string, value: string, length?: number])[],
  place: {
    readonly x: number;
    readonly valueX: number;
    readonly y: number;
    readonly size: number;
    readonly pitch: number;
  },
): string {
  let y = place.y;
  let body = '';
  for (const [label, value, length = 40] of pairs) {
    body += letters.text(label, { x: place.x, y, size: place.size, colour: ink, face: 'serif' });
    for (const line of lines(value, length)) {
      body += letters.text(line, { x: place.valueX, y, size: place.size, colour: ink, face: 'serif' });
      y += place.pitch * 0.75;
    }
    y += place.pitch * 0.4;
  }
  return body;
}

/** The paper of a certificate with the double rule around it. */
export const frame = (width: number, height: number): string =>
  `<rect width="${width}" height="${height}" fill="#fdfaf1"/><rect x="50" y="50" width="${width - 100}" height="${height - 100}" fill="none" stroke="#b58b3d" stroke-width="8"/><rect x="66" y="66" width="${width - 132}" height="${height - 132}" fill="none" stroke="#b58b3d" stroke-width="2"/>`;
