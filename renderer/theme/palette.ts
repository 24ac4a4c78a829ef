/** The colours of one appearance, by what they mean. Contrast on `paper` and `surface` is at least 4.5:1 for every ink. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  /** Borders of controls: at least 3:1 on surface. */
  readonly edge: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  /** 印泥: the seal paste. Used for the mark, where one stands, and the one next thing to do. */
  readonly seal: string;
  readonly sealDeep: string;
  readonly sealWash: string;
  readonly sealLine: string;
  readonly bad: string;
  readonly badWash: string;
  readonly warn: string;
  readonly warnWash: string;
  readonly note: string;
  readonly noteWash: string;
  readonly good: string;
  readonly goodWash: string;
  readonly shade: string;
}

/** Ink on paper by daylight. */
export const daylight: Palette = {
  paper: '#f4f2ed',
  surface: '#fffefb',
  sunken: '#ece9e1',
  line: '#dedad0',
  edge: '#8f897d',
  ink: '#1d2127',
  inkSoft: '#464c54',
  inkFaint: '#63676c',
  seal: '#b3352a',
  sealDeep: '#8e261d',
  sealWash: '#faeeea',
  sealLine: '#e3b7ae',
  bad: '#a3201d',
  badWash: '#fbecea',
  warn: '#7d5200',
  warnWash: '#faf1dc',
  note: '#34557b',
  noteWash: '#eaf0f6',
  good: '#2c6450',
  goodWash: '#e7f1ec',
  shade: 'rgb(29 33 39 / 12%)',
};

/** Makes the colours available to style sheets as `--seal`, `--ink-soft` and so on. */
export function applyPalette(palette: Palette, root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
}
