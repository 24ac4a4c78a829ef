import { clock, day, type Screen } from './screen.ts';
import { actions, labels, menus, people, sentences, states, titles } from './screen-words.ts';

/** Rows of persons and matters. */
export const list: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const row = 92 * unit;
  pen.text(random.one(titles), x, y + 40 * unit, 34 * unit, theme.ink, 'bold');
  for (let top = y + 70 * unit; top + row < y + height; top += row + 14 * unit) {
    const name = random.one(people);
    pen
      .box(x, top, width, row, theme.panel, 12, theme.line)
      .avatar(x + 46 * unit, top + row / 2, 26 * unit, name, random);
    pen.text(`${name} · ${random.one(titles)}`, x + 92 * unit, top + 38 * unit, 24 * unit, theme.ink, 'bold');
    pen.text(random.one(sentences), x + 92 * unit, top + 70 * unit, 19 * unit, theme.soft);
    pen.text(clock(random), x + width - 24 * unit, top + 38 * unit, 18 * unit, theme.soft, 'sans', 'end');
  }
};

/** A table with states. */
export const table: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const columns = width > 900 ? 5 : 3;
  const step = width / columns;
  pen
    .text(`${random.one(titles)}清单`, x, y + 40 * unit, 32 * unit, theme.ink, 'bold')
    .button(random.one(actions), x + width - 150 * unit, y + 4 * unit, 150 * unit, 48 * unit, theme);
  const top = y + 80 * unit;
  pen
    .box(x, top, width, height - 80 * unit, theme.panel, 8, theme.line)
    .box(x, top, width, 56 * unit, theme.line);
  const heads = random.shuffled(labels).slice(0, columns);
  heads.forEach((head, n) =>
    pen.text(head, x + n * step + 22, top + 37 * unit, 20 * unit, theme.ink, 'bold'),
  );
  for (let at = top + 56 * unit; at + 58 * unit < y + height; at += 58 * unit) {
    pen.box(x, at + 57 * unit, width, 1, theme.line);
    for (let n = 0; n < columns; n += 1) {
      const cell =
        n === 0
          ? random.one(titles)
          : n === columns - 1
            ? random.one(states)
            : random.one([random.one(people), day(random), `${random.whole(1, 980)}`]);
      pen.text(
        cell,
        x + n * step + 22,
        at + 37 * unit,
        19 * unit,
        n === columns - 1 ? theme.brand : theme.ink,
      );
    }
  }
};

/** Figures, bars and a line. */
export const charts: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const cards = width > 900 ? 4 : 2;
  const step = width / cards;
  for (let n = 0; n < cards; n += 1) {
    pen.box(x + n * step, y, step - 20, 150 * unit, theme.panel, 12, theme.line);
    pen
      .text(random.one(labels), x + n * step + 24, y + 46 * unit, 20 * unit, theme.soft)
      .text(`${random.whole(12, 9800)}`, x + n * step + 24, y + 112 * unit, 48 * unit, theme.ink, 'bold');
  }
  const top = y + 180 * unit;
  const tall = height - 180 * unit;
  pen
    .box(x, top, width - 20, tall, theme.panel, 12, theme.line)
    .text(`${random.one(titles)}趋势`, x + 30, top + 50 * unit, 24 * unit, theme.ink, 'bold');
  const base = top + tall - 60 * unit;
  const bars = width > 900 ? 14 : 8;
  const wide = (width - 120) / bars;
  let line = '';
  for (let n = 0; n < bars; n += 1) {
    const high = random.between(0.15, 0.85) * (tall - 180 * unit);
    pen
      .box(x + 50 + n * wide, base - high, wide * 0.56, high, theme.brand, 4)
      .text(
        `${n + 1}`,
        x + 50 + n * wide + wide * 0.28,
        base + 32 * unit,
        16 * unit,
        theme.soft,
        'sans',
        'middle',
      );
    line += `${n === 0 ? 'M' : 'L'}${(x + 50 + n * wide + wide * 0.28).toFixed(0)} ${(base - random.between(0.2, 0.9) * (tall - 180 * unit)).toFixed(0)}`;
  }
  pen.path(line, '#f59e0b', 4);
};

/** A form to fill in: mostly white, and not empty. */
export const form: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const wide = Math.min(width, 760 * unit);
  const left = x + (width - wide) / 2;
  pen.text(`${random.one(actions)}${random.one(titles)}`, left, y + 50 * unit, 34 * unit, theme.ink, 'bold');
  let top = y + 90 * unit;
  for (const label of random.shuffled(labels)) {
    if (top + 190 * unit > y + height) break;
    pen
      .text(label, left, top + 24 * unit, 20 * unit, theme.soft)
      .box(left, top + 36 * unit, wide, 54 * unit, theme.panel, 6, theme.line);
    if (random.next() < 0.7)
      pen.text(
        random.one([random.one(titles), random.one(people), day(random), '请输入']),
        left + 18,
        top + 71 * unit,
        20 * unit,
        theme.ink,
      );
    top += 112 * unit;
  }
  pen.button('提交', left, top + 10 * unit, 180 * unit, 56 * unit, theme);
};

/** Cards in columns. */
export const kanban: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const columns = width > 900 ? 4 : 2;
  const step = width / columns;
  for (let n = 0; n < columns; n += 1) {
    pen
      .box(x + n * step, y, step - 18, height, theme.line, 12)
      .text(states[n] ?? '', x + n * step + 22, y + 44 * unit, 24 * unit, theme.ink, 'bold');
    let top = y + 66 * unit;
    while (top + 130 * unit < y + height) {
      if (random.next() < 0.18) break;
      pen
        .box(x + n * step + 14, top, step - 46, 116 * unit, theme.panel, 10)
        .box(x + n * step + 14, top, 6, 116 * unit, `hsl(${random.whole(0, 359)},60%,52%)`);
      pen
        .text(random.one(titles), x + n * step + 36, top + 42 * unit, 22 * unit, theme.ink, 'bold')
        .text(
          `${random.one(people)}　${day(random).slice(5)}`,
          x + n * step + 36,
          top + 84 * unit,
          18 * unit,
          theme.soft,
        );
      top += 134 * unit;
    }
  }
};

/** A month. */
export const calendar: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const [w, h] = [width / 7, (height - 90 * unit) / 5];
  pen.text('2026 年 11 月', x, y + 40 * unit, 32 * unit, theme.ink, 'bold');
  Array.from('一二三四五六日').forEach((name, n) =>
    pen.text(`周${name}`, x + (n + 0.5) * w, y + 80 * unit, 18 * unit, theme.soft, 'sans', 'middle'),
  );
  for (let n = 0; n < 35; n += 1) {
    const [left, top] = [x + (n % 7) * w, y + 90 * unit + Math.floor(n / 7) * h];
    pen
      .box(left, top, w - 4, h - 4, theme.panel, 6, theme.line)
      .text(`${(n % 30) + 1}`, left + 12, top + 28 * unit, 18 * unit, theme.ink);
    if (random.next() < 0.5 && w > 120)
      pen
        .box(left + 8, top + 42 * unit, w - 20, 30 * unit, theme.brand, 6)
        .text(random.one(titles).slice(0, 6), left + 16, top + 63 * unit, 15 * unit, theme.onBrand);
    else if (random.next() < 0.4) pen.circle(left + w / 2, top + h * 0.6, 8 * unit, theme.brand);
  }
};

/** A page of text. */
export const editor: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  pen
    .box(x, y, width, height, theme.panel, 8, theme.line)
    .text(`${random.one(titles)}纪要`, x + 50, y + 74 * unit, 38 * unit, theme.ink, 'serif-bold');
  const size = 23 * unit;
  let top = y + 130 * unit;
  for (let n = 0; top < y + height - 40 * unit; n += 1) {
    if (n % 5 === 0) {
      pen.text(
        `${Math.floor(n / 5) + 1}. ${random.one(titles)}`,
        x + 50,
        top,
        size * 1.15,
        theme.brand,
        'bold',
      );
      top += size * 2;
      continue;
    }
    const words = `${random.one(sentences)}，${random.one(sentences)}；${random.one(sentences)}。`;
    for (const line of pen.lettering.wrap(words, size, width - 100)) {
      if (top < y + height - 30 * unit) pen.text(line, x + 50, top, size, theme.ink);
      top += size * 1.7;
    }
  }
};

/** Switches. */
export const settings: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  pen.text('设置', x, y + 44 * unit, 34 * unit, theme.ink, 'bold');
  let top = y + 80 * unit;
  for (const label of random.shuffled([...labels, ...menus])) {
    if (top + 74 * unit > y + height) break;
    pen
      .box(x, top, width, 66 * unit, theme.panel, 6)
      .text(label, x + 26, top + 42 * unit, 22 * unit, theme.ink);
    const on = random.next() < 0.5;
    pen
      .box(
        x + width - 92 * unit,
        top + 17 * unit,
        60 * unit,
        32 * unit,
        on ? theme.brand : theme.line,
        16 * unit,
      )
      .circle(x + width - (on ? 48 : 76) * unit, top + 33 * unit, 12 * unit, '#ffffff');
    top += 72 * unit;
  }
};
