import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from './load-rulebook.ts';

const rulebooks = [await loadRulebook('tencent-meeting'), await loadRulebook('tencent-open-platform')];
const clauses = rulebooks.flatMap((one) => [...one.clauses.values()]);
const shared = fileURLToPath(new URL('../../../shared/sources/clauses.tsv', import.meta.url));
const isShared = existsSync(shared);

/** The third column of the shared file by id, with its kind; read by tests alone. */
const sources = isShared
  ? (await readFile(shared, 'utf8'))
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split('\t') as [id: string, kind: string, text: string])
  : [];

const besideTheSources = (): void => {
  test('ids and kinds are those of the sources, in their order', () => {
    expect(clauses.map(({ id, kind }) => `${id} ${kind}`)).toEqual(
      sources.map(([id, kind]) => `${id} ${kind}`),
    );
  });

  test('no gist, rule or fact repeats a sentence of the sources', async () => {
    const plain = (text: string): string => text.replaceAll(/[\s，。、；：“”‘’「」《》（）()|,.;:*]/g, '');
    const runs = new Map<string, string>();
    const length = 22;
    for (const [id, , text] of sources) {
      const letters = plain(text);
      for (let at = 0; at + length <= letters.length; at += 1) runs.set(letters.slice(at, at + length), id);
    }
    const own: (readonly [string, string])[] = clauses.map(({ id, gist }) => [id, gist]);
    const walk = (where: string, value: unknown): void => {
      if (typeof value === 'string') own.push([where, value]);
      else if (value !== null && typeof value === 'object') {
        for (const inner of Object.values(value)) walk(where, inner);
      }
    };
    for (const one of rulebooks) {
      for (const part of [...one.rules, ...one.facts, ...one.conflicts]) walk(part.id, part);
      for (const { clauses: named, reason } of one.background) walk(named.join(), reason);
    }
    // What must be written on paper by hand is quoted exactly.
    const quoted = /“用于(注册腾讯开发者账号|授权申请腾讯会议开放平台上线|注册腾讯会议开放平台开发者账号)”/g;
    const copied = own.flatMap(([where, text]) => {
      const letters = plain(text.replaceAll(quoted, ''));
      for (let at = 0; at + length <= letters.length; at += 1) {
        const run = letters.slice(at, at + length);
        if (runs.has(run)) return [`${where} repeats ${runs.get(run)}: ${run}`];
      }
      return [];
    });
    expect(copied).toEqual([]);
  });
};

const withoutTheSources = (): void => {
  test('the committed ids are complete by their number and by their ends', () => {
    expect(rulebooks.map((one) => one.clauses.size)).toEqual([1063, 260]);
    expect(clauses[0]!.id).toBe('user-agreement/preamble-1');
    expect(clauses.at(-1)!.id).toBe('open-platform/11.5-2');
  });
};

// Where the sources are not beside the repository the ids as committed are held to instead; the run says which.
if (isShared) describe('beside the shared sources', besideTheSources);
else describe('../shared is not here: the ids as committed', withoutTheSources);

test('every clause stands under the prefix of a source document with a title', () => {
  for (const { clauses: own, sources: documents } of rulebooks) {
    const prefixes = new Set([...own.keys()].map((id) => id.slice(0, id.indexOf('/'))));
    expect([...prefixes].toSorted()).toEqual(documents.map((one) => one.id).toSorted());
  }
});

test('every source says the day that its text carries, or that it carries none', () => {
  for (const source of rulebooks.flatMap((one) => one.sources)) {
    if (source.dated === undefined) expect(source.note?.zh).toContain('日期');
    else expect(source.dated).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});
