import { isDay } from '../../contract/dossier.ts';

const figures = '〇一二三四五六七八九';

/** 二〇二六 and 二○二六 as digits; other text stays. */
const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[零○]/gu, '〇')
    .replaceAll(/[〇一二三四五六七八九]{4}(?=\s*年)/gu, (year) =>
      [...year].map((figure) => String(figures.indexOf(figure))).join(''),
    );

const written = /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?/gu;

/** The days that a printed text names, as YYYY-MM-DD, in their order; a day that does not exist is left out. */
export function readDays(text: string): readonly string[] {
  return [...digitsOf(text).matchAll(written)].flatMap((match) => {
    const [, year = '', month = '', day = ''] = match;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(iso) ? [iso] : [];
  });
}

/** Whether a printed period has no end: 长期, 永久, 无固定期限. */
export const isUnlimited = (text: string): boolean => /长\s*期|永\s*久|无\s*固\s*定/u.test(text);
