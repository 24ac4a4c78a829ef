const digits = '零一二三四五六七八九';

/** A number from 1 to 99 in Chinese: 一, 十, 十二, 二十三. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`;
}

/** The number of a level's item as GB/T 9704 writes it: 一、（一）1.（1）. Deeper levels write ①. */
export function levelNumber(level: number, value: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(value)}、`;
    case 2:
      return `（${chineseNumber(value)}）`;
    case 3:
      return `${value}.`;
    case 4:
      return `（${value}）`;
    default:
      return value <= 20 ? String.fromCodePoint(0x245f + value) : `${value})`;
  }
}
