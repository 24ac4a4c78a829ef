/** The colours of one appearance, by what they mean. Contrast on `paper`, `surface` and `sunken` is at least 4.5:1 for every ink. */
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

/** The same paper by lamplight: warm dark grounds, the seal lighter so that it still reads. */
export const lamplight: Palette = {
  paper: '#191a1c',
  surface: '#222326',
  sunken: '#2c2e31',
  line: '#3a3c40',
  edge: '#7d7f84',
  ink: '#eceae4',
  inkSoft: '#c6c4be',
  inkFaint: '#a5a49f',
  seal: '#e57a69',
  sealDeep: '#f0998b',
  sealWash: '#38241f',
  sealLine: '#6b3a32',
  bad: '#f28b82',
  badWash: '#3b2322',
  warn: '#e2b458',
  warnWash: '#362c18',
  note: '#93b8e0',
  noteWash: '#22303f',
  good: '#7cc4a4',
  goodWash: '#1f3329',
  shade: 'rgb(0 0 0 / 45%)',
};

/** Ink on white, for those who need all the contrast there is: every ink at least 7:1, every line and edge dark. */
export const noon: Palette = {
  paper: '#ffffff',
  surface: '#ffffff',
  sunken: '#f0f0f0',
  line: '#595959',
  edge: '#000000',
  ink: '#000000',
  inkSoft: '#1c1c1c',
  inkFaint: '#333333',
  seal: '#8a1208',
  sealDeep: '#7a0d05',
  sealWash: '#fff3f0',
  sealLine: '#8a1208',
  bad: '#8a0a08',
  badWash: '#fff1f0',
  warn: '#5c3b00',
  warnWash: '#fff7e0',
  note: '#12386a',
  noteWash: '#eef5ff',
  good: '#0c4a34',
  goodWash: '#edfaf3',
  shade: 'rgb(0 0 0 / 40%)',
};

/** White on black, as strong. */
export const midnight: Palette = {
  paper: '#000000',
  surface: '#000000',
  sunken: '#1f1f1f',
  line: '#9a9a9a',
  edge: '#ffffff',
  ink: '#ffffff',
  inkSoft: '#f0f0f0',
  inkFaint: '#d6d6d6',
  seal: '#ffa294',
  sealDeep: '#ffbdb3',
  sealWash: '#2b100b',
  sealLine: '#ffa294',
  bad: '#ffb0aa',
  badWash: '#2e0d0b',
  warn: '#ffd57a',
  warnWash: '#2b2000',
  note: '#b5d6ff',
  noteWash: '#0b1e33',
  good: '#a5ebc9',
  goodWash: '#06261a',
  shade: 'rgb(255 255 255 / 40%)',
};

/** Whether a palette is light on dark. */
export const isDark = (palette: Palette): boolean => palette === lamplight || palette === midnight;

/** Whether a palette is one of the two with all the contrast there is. */
export const isHighContrast = (palette: Palette): boolean => palette === noon || palette === midnight;

/** Makes the colours available to style sheets as `--seal`, `--ink-soft` and so on. */
export function applyPalette(palette: Palette, root: HTMLElement): void {
  root.style.colorScheme = isDark(palette) ? 'dark' : 'light';
  root.dataset['contrast'] = isHighContrast(palette) ? 'more' : 'normal';
  for (const [name, colour] of Object.entries(palette)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
}
