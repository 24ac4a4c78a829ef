import type { Studio } from '../drawing/studio.ts';
import { mm } from './paper.ts';

/** The fine waves beneath the print of certificates. */
export const waves = (w: number, h: number, colour: string, count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const y = (h * (n + 0.5)) / count;
    return `<path d="M0 ${y}${Array.from({ length: 12 }, (_, k) => `q${w / 48} ${k % 2 === 0 ? -18 : 18} ${w / 24} 0t${w / 24} 0`).join('')}" stroke="${colour}" stroke-width="1.2" fill="none"/>`;
  }).join('');

/** A round seal of an office, printed or pressed by whoever issued a paper. */
export const officeSeal = (studio: Studio, xMm: number, yMm: number, words: string, widthMm = 42): string => {
  const [x, y, r] = [mm(xMm), mm(yMm), mm(widthMm / 2)];
  const points = Array.from({ length: 10 }, (_, n) => {
    const [angle, reach] = [(n * Math.PI) / 5 - Math.PI / 2, n % 2 === 0 ? r * 0.33 : r * 0.126];
    return `${x + reach * Math.cos(angle)},${y + reach * Math.sin(angle)}`;
  }).join(' ');
  return `<g opacity="0.82"><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#d4141c" stroke-width="${mm(1.1)}"/><polygon points="${points}" fill="#d4141c"/>${studio.lettering.around(words, { x, y, radius: r * 0.76, size: r * 0.23, from: -112, to: 112, face: 'serif-bold', colour: '#d4141c' })}</g>`;
};

/** The red and gold emblem above a licence; drawn freely. */
export const emblem = (xMm: number, yMm: number): string => {
  const [x, y, r] = [mm(xMm), mm(yMm), mm(11)];
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#d8232a"/><circle cx="${x}" cy="${y}" r="${r * 0.98}" fill="none" stroke="#e5b53b" stroke-width="${r * 0.2}"/><path d="M${x - r * 0.5} ${y + r * 0.35}h${r}v${r * 0.2}h${-r}zM${x - r * 0.3} ${y}h${r * 0.6}v${r * 0.3}h${-r * 0.6}z" fill="#f2cf63"/>
    ${[
      [0, -0.45, 0.2],
      [-0.42, -0.2, 0.09],
      [-0.2, -0.42, 0.09],
      [0.2, -0.42, 0.09],
      [0.42, -0.2, 0.09],
    ]
      .map(
        ([dx = 0, dy = 0, s = 0]) =>
          `<circle cx="${x + dx * r}" cy="${y + dy * r}" r="${s * r}" fill="#f2cf63"/>`,
      )
      .join('')}
    <path d="M${x - r * 0.6} ${y + r * 0.95}q${r * 0.6} ${r * 0.45} ${r * 1.2} 0" stroke="#d8232a" stroke-width="${r * 0.26}" fill="none"/>`;
};
