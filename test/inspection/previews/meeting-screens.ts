import { clock, type Screen } from './screen.ts';
import { people, sentences, titles } from './screen-words.ts';

/** A conversation. */
export const chat: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  let top = y + 20 * unit;
  for (let n = 0; top + 120 * unit < y + height - 90 * unit; n += 1) {
    const mine = random.next() < 0.42;
    const words = random.one(sentences);
    const size = 22 * unit;
    const lines = pen.lettering.wrap(words, size, width * 0.55);
    const wide = Math.max(...lines.map((one) => pen.lettering.width(one, size))) + 44 * unit;
    const tall = lines.length * size * 1.5 + 24 * unit;
    const name = random.one(people);
    const left = mine ? x + width - 76 * unit - wide : x + 76 * unit;
    pen
      .avatar(mine ? x + width - 34 * unit : x + 34 * unit, top + 30 * unit, 28 * unit, name, random)
      .box(left, top, wide, tall, mine ? theme.brand : theme.panel, 16);
    lines.forEach((one, at) =>
      pen.text(
        one,
        left + 22 * unit,
        top + 38 * unit + at * size * 1.5,
        size,
        mine ? theme.onBrand : theme.ink,
      ),
    );
    top += tall + 34 * unit;
  }
  pen
    .box(x, y + height - 74 * unit, width - 150 * unit, 64 * unit, theme.panel, 12, theme.line)
    .button('发送', x + width - 130 * unit, y + height - 74 * unit, 130 * unit, 64 * unit, theme);
};

/** Tiles of a video meeting: persons drawn before rooms. */
export const meeting: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const columns = width > 900 ? 3 : 2;
  const rows = width > 900 ? 2 : 3;
  const [w, h] = [width / columns - 14, (height - 90 * unit) / rows - 14];
  for (let n = 0; n < columns * rows; n += 1) {
    const [left, top] = [x + (n % columns) * (w + 14), y + Math.floor(n / columns) * (h + 14)];
    const hue = random.whole(0, 359);
    pen.box(left, top, w, h, `hsl(${hue},28%,${random.whole(28, 58)}%)`, 10);
    pen.box(
      left + w * 0.06,
      top + h * 0.1,
      w * random.between(0.12, 0.3),
      h * 0.36,
      `hsl(${hue + 40},25%,70%)`,
      4,
    );
    const [cx, cy] = [left + w / 2, top + h * 0.42];
    pen.circle(cx, cy, h * 0.17, `hsl(${random.whole(18, 34)},52%,${random.whole(58, 78)}%)`);
    pen.path(
      `M${cx - h * 0.17} ${cy - h * 0.03}a${h * 0.17} ${h * 0.17} 0 0 1 ${h * 0.34} 0z`,
      'none',
      0,
      `hsl(20,30%,${random.whole(10, 30)}%)`,
    );
    pen.path(
      `M${cx - h * 0.36} ${top + h}c0 ${-h * 0.45} ${h * 0.72} ${-h * 0.45} ${h * 0.72} 0z`,
      'none',
      0,
      `hsl(${random.whole(0, 359)},40%,38%)`,
    );
    pen
      .box(left + 12, top + h - 46 * unit, 116 * unit, 36 * unit, '#000000', 6)
      .text(random.one(people), left + 24, top + h - 20 * unit, 20 * unit, '#ffffff');
  }
  pen.box(x, y + height - 80 * unit, width, 80 * unit, theme.panel, 10);
  ['静音', '视频', '共享', '成员', '应用', '结束'].forEach((label, n) =>
    pen.text(
      label,
      x + ((n + 0.5) * width) / 6,
      y + height - 32 * unit,
      20 * unit,
      n === 5 ? '#ef4444' : theme.ink,
      'sans',
      'middle',
    ),
  );
};

/** Pictures of landscapes in a grid: what a gallery of photographs looks like. */
export const gallery: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  const columns = width > 900 ? 3 : 2;
  const [w, h] = [width / columns - 16, (width / columns) * 0.66];
  for (let n = 0; ; n += 1) {
    const [left, top] = [x + (n % columns) * (w + 16), y + Math.floor(n / columns) * (h + 60 * unit)];
    if (top + h > y + height) break;
    const [a, b] = [random.whole(180, 260), random.whole(20, 60)];
    const id = `g${Math.round(left)}x${Math.round(top)}`;
    pen.body += `<defs><linearGradient id="${id}" x2="0" y2="1"><stop offset="0" stop-color="hsl(${a},60%,${random.whole(35, 65)}%)"/><stop offset="1" stop-color="hsl(${b},70%,75%)"/></linearGradient><clipPath id="c${id}"><rect x="${left}" y="${top}" width="${w}" height="${h}" rx="10"/></clipPath></defs><g clip-path="url(#c${id})">`;
    pen
      .box(left, top, w, h, `url(#${id})`)
      .circle(left + w * random.between(0.2, 0.8), top + h * random.between(0.2, 0.4), h * 0.09, '#fff7d6');
    for (let ridge = 0; ridge < 3; ridge += 1) {
      let d = `M${left} ${top + h}`;
      for (let p = 0; p <= 16; p += 1)
        d += `L${(left + (w * p) / 16).toFixed(0)} ${(top + h * (0.55 + ridge * 0.14) + random.between(-0.1, 0.1) * h).toFixed(0)}`;
      pen.path(
        `${d}L${left + w} ${top + h}z`,
        'none',
        0,
        `hsl(${random.whole(120, 220)},30%,${40 - ridge * 11}%)`,
      );
    }
    pen.body += '</g>';
    pen.text(random.one(titles), left, top + h + 36 * unit, 20 * unit, theme.ink);
  }
};

/** Notes on a board. */
export const whiteboard: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  pen.box(x, y, width, height, '#fffef8', 8, theme.line);
  const notes = ['#fde68a', '#bfdbfe', '#bbf7d0', '#fecaca', '#ddd6fe'];
  const columns = width > 900 ? 4 : 2;
  for (let n = 0; n < columns * 3; n += 1) {
    const [w, h] = [width / columns - 70, height / 3 - 90 * unit];
    const [left, top] = [
      x + 34 + (n % columns) * (w + 66) + random.between(-16, 16),
      y + 40 + Math.floor(n / columns) * (h + 80 * unit) + random.between(-14, 14),
    ];
    pen.box(left, top, w, h, random.one(notes), 4);
    pen.lettering
      .wrap(random.one(sentences), 22 * unit, w - 36)
      .slice(0, 4)
      .forEach((line, at) => pen.text(line, left + 18, top + (44 + at * 34) * unit, 22 * unit, '#1f2937'));
  }
  pen.path(
    `M${x + width * 0.2} ${y + height * 0.3}C${x + width * 0.4} ${y + height * 0.2} ${x + width * 0.5} ${y + height * 0.6} ${x + width * 0.8} ${y + height * 0.5}`,
    theme.brand,
    6,
  );
};

/** Choices with their shares. */
export const vote: Screen = (pen, { x, y, width, height, unit }, theme, random) => {
  pen
    .text(`${random.one(titles)}：请投票`, x, y + 50 * unit, 34 * unit, theme.ink, 'bold')
    .text(
      `已有 ${random.whole(8, 300)} 人参与，${clock(random)} 截止`,
      x,
      y + 92 * unit,
      20 * unit,
      theme.soft,
    );
  let top = y + 130 * unit;
  while (top + 130 * unit < y + height) {
    const share = random.between(0.05, 0.92);
    pen
      .box(x, top, width, 112 * unit, theme.panel, 12, theme.line)
      .box(x, top, width * share, 112 * unit, theme.line, 12);
    pen
      .text(random.one(sentences), x + 28, top + 66 * unit, 24 * unit, theme.ink)
      .text(
        `${Math.round(share * 100)}%`,
        x + width - 24,
        top + 66 * unit,
        24 * unit,
        theme.brand,
        'bold',
        'end',
      );
    top += 132 * unit;
  }
};
