import type { Random } from '../drawing/random.ts';
import type { FaceName, Lettering } from '../drawing/lettering.ts';

/** The colours of a screen. */
export interface Theme {
  readonly ground: string;
  readonly panel: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly brand: string;
  readonly onBrand: string;
}

/** The colours that apps call their own. */
export const brands = ['#2563eb', '#0f766e', '#7c3aed', '#ea580c', '#be123c', '#0369a1', '#15803d'];
const light = {
  ground: '#f3f5f8',
  panel: '#ffffff',
  line: '#e2e8f0',
  ink: '#1e293b',
  soft: '#64748b',
  onBrand: '#ffffff',
};
const dark = {
  ground: '#0f1420',
  panel: '#1a2233',
  line: '#2c374b',
  ink: '#e5eaf3',
  soft: '#8b98ae',
  onBrand: '#ffffff',
};
const white = { ...light, ground: '#ffffff' };

/** A theme by name, in an app's own colour. */
export const themeOf = (name: 'light' | 'dark' | 'white', brand: string): Theme => ({
  ...{ light, dark, white }[name],
  brand,
});

/** Draws the parts of a screen as SVG. All sizes in px. */
export class Pen {
  body = '';
  readonly lettering: Lettering;
  constructor(lettering: Lettering) {
    this.lettering = lettering;
  }
  box(x: number, y: number, width: number, height: number, fill: string, radius = 0, stroke = ''): this {
    this.body += `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" rx="${radius}" fill="${fill}"${stroke === '' ? '' : ` stroke="${stroke}"`}/>`;
    return this;
  }
  circle(x: number, y: number, radius: number, fill: string): this {
    this.body += `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
    return this;
  }
  path(d: string, stroke: string, width: number, fill = 'none'): this {
    this.body += `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`;
    return this;
  }
  text(
    line: string,
    x: number,
    y: number,
    size: number,
    colour: string,
    face: FaceName = 'sans',
    anchor: 'start' | 'middle' | 'end' = 'start',
  ): this {
    this.body += this.lettering.text(line, { x, y, size, colour, face, anchor });
    return this;
  }
  button(label: string, x: number, y: number, width: number, height: number, theme: Theme): this {
    return this.box(x, y, width, height, theme.brand, height / 4).text(
      label,
      x + width / 2,
      y + height * 0.66,
      height * 0.44,
      theme.onBrand,
      'sans',
      'middle',
    );
  }
  avatar(x: number, y: number, radius: number, name: string, random: Random): this {
    return this.circle(x, y, radius, `hsl(${random.whole(0, 359)},42%,52%)`).text(
      name.slice(0, 1),
      x,
      y + radius * 0.38,
      radius * 1.05,
      '#ffffff',
      'sans',
      'middle',
    );
  }
}
