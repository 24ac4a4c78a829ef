import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../drawing/random.ts';
import type { Maker } from './companies.ts';

/** What is done to the parts of a text: left out (null) or written otherwise. */
export type Changes = Readonly<Record<string, string | null>>;

/** A written text in Markdown: parts stand in tags of their names, `[[a||b]]` is one of these, `{company}` is filled in. */
export const readTemplate = (folder: 'policies' | 'agreements', name: string): string =>
  readFileSync(join(import.meta.dirname, folder, `${name}.md`), 'utf8');

/** The names of the parts of a text. */
export const partsOf = (template: string): readonly string[] => [
  ...new Set(
    Array.from(template.matchAll(/<([a-z-]+)>/g), (match) => match[1] ?? '').filter((name) => name !== 'br'),
  ),
];

/** A text of a company: its parts as written or changed, its choices made, its blanks filled in. Throws for a part that it has not. */
export function fillText(template: string, maker: Maker, random: Random, changes: Changes = {}): string {
  let text = template;
  for (const [part, written] of Object.entries(changes)) {
    const place = new RegExp(`<${part}>[\\s\\S]*?</${part}>`, 'g');
    if (!place.test(text)) throw new Error(`no part ${part}`);
    text = text.replace(place, () => written ?? '');
  }
  text = text
    .replaceAll(/<\/?(?!br)[a-z-]+>/g, '')
    .replaceAll(/\[\[(.+?)\]\]/gs, (_, choices: string) => random.one(choices.split('||')));
  const day = (n: number): string => `2026 年 ${random.whole(1, 10)} 月 ${n} 日`;
  const values: Readonly<Record<string, string>> = {
    ...maker,
    short: maker.company.slice(2, 4),
    date: day(random.whole(1, 12)),
    date2: `2026 年 11 月 ${random.whole(1, 20)} 日`,
  };
  return text
    .replaceAll(/\{([a-z0-9]+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}}`);
      return value;
    })
    .replaceAll(/\n{3,}/g, '\n\n');
}
