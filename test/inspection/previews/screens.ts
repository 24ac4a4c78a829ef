import type { Random } from '../drawing/random.ts';
import { chat, gallery, meeting, vote, whiteboard } from './meeting-screens.ts';
import { calendar, charts, editor, form, kanban, list, settings, table } from './office-screens.ts';
import { clock, type Screen } from './screen.ts';
import type { Pen, Theme } from './screen-parts.ts';
import { appNames, menus, people } from './screen-words.ts';

/** What apps show, by name. */
export const screens = {
  list,
  table,
  charts,
  chat,
  meeting,
  form,
  kanban,
  calendar,
  editor,
  gallery,
  settings,
  whiteboard,
  vote,
} satisfies Record<string, Screen>;
export type ScreenName = keyof typeof screens;
export const screenNames = Object.keys(screens) as ScreenName[]; // Safe: the keys of an object literal.

/** Draws the frame of an app around a screen: a bar above, on a desktop a menu at the side. */
export function drawApp(
  pen: Pen,
  size: { readonly width: number; readonly height: number },
  name: ScreenName,
  theme: Theme,
  random: Random,
  app: string = random.one(appNames),
  chosen = random.whole(0, 5),
): void {
  const { width, height } = size;
  pen.box(0, 0, width, height, theme.ground);
  if (width > height) {
    pen
      .box(0, 0, width, 76, theme.panel)
      .box(0, 75, width, 1, theme.line)
      .box(28, 18, 40, 40, theme.brand, 9)
      .text(app, 84, 50, 28, theme.ink, 'bold');
    pen.avatar(width - 60, 38, 24, random.one(people), random);
    pen.box(0, 76, 216, height - 76, theme.panel);
    menus.forEach((item, n) => {
      if (n === chosen) pen.box(14, 100 + n * 66, 188, 52, theme.brand, 8);
      pen.text(item, 62, 134 + n * 66, 22, n === chosen ? theme.onBrand : theme.ink);
    });
    screens[name](pen, { x: 250, y: 112, width: width - 290, height: height - 150, unit: 1 }, theme, random);
    return;
  }
  pen
    .box(0, 0, width, 150, theme.panel)
    .text(clock(random), 52, 52, 28, theme.ink, 'bold')
    .box(width - 96, 30, 52, 24, theme.ink, 6);
  pen.text(app, width / 2, 118, 36, theme.ink, 'bold', 'middle').text('‹', 44, 122, 50, theme.ink);
  screens[name](pen, { x: 36, y: 190, width: width - 72, height: height - 360, unit: 1.45 }, theme, random);
  pen.box(0, height - 130, width, 130, theme.panel).box(0, height - 130, width, 1, theme.line);
  menus.slice(0, 4).forEach((item, n) => {
    const x = ((n + 0.5) * width) / 4;
    pen
      .circle(x, height - 88, 17, n === chosen % 4 ? theme.brand : theme.soft)
      .text(item, x, height - 36, 22, n === chosen % 4 ? theme.brand : theme.soft, 'sans', 'middle');
  });
}
