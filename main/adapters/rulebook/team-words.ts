import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { phrasesIn } from '../../core/app/word-list.ts';
import { readFailure } from '../disk/disk-failure.ts';

const ending = '-allowed.txt';

/**
 * A rulebook with a team's own phrases added to what its word lists allow: `<folder>/<platform>/<list>-allowed.txt`, one a line, lines that
 * begin with # left out. The rulebook itself where there are none. Throws `word-list-fault` for a list that the rulebook does not have and
 * a line that is no phrase, naming both.
 */
export async function withTeamWords(rulebook: Rulebook, folder: string): Promise<Rulebook> {
  const platform = rulebook.platform.id;
  const names = (await namesIn(join(folder, platform))).filter((name) => name.endsWith(ending));
  if (names.length === 0) return rulebook;
  const wordLists = new Map(rulebook.wordLists);
  for (const name of names.toSorted()) {
    const path = join(folder, platform, name);
    const list = name.slice(0, -'.txt'.length);
    if (!wordLists.has(list) && !wordLists.has(list.slice(0, -'-allowed'.length))) {
      const known = [...wordLists.keys()].filter((one) => one.endsWith('-allowed'));
      throw fault(path, 0, {
        zh: `规则库里没有这个词表；可以补充的有 ${known.join('、')}`,
        en: `the rulebook has no such list; these can be added to: ${known.join(', ')}`,
      });
    }
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw readFailure(error, path);
    });
    wordLists.set(list, [...(wordLists.get(list) ?? []), ...phrasesOf(text, path)]);
  }
  return { ...rulebook, wordLists };
}

function phrasesOf(text: string, path: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .flatMap((line, index) => {
      if (line === '' || line.startsWith('#')) return [];
      try {
        phrasesIn('', [line]);
      } catch (cause) {
        throw fault(path, index + 1, { zh: `「${line}」不是词语`, en: `“${line}” is no phrase` }, cause);
      }
      return [line];
    });
}

function fault(
  path: string,
  line: number,
  why: { readonly zh: string; readonly en: string },
  cause?: unknown,
): Failure {
  const at = { zh: line === 0 ? '' : `第 ${line} 行`, en: line === 0 ? '' : `, line ${line}` };
  return new Failure(
    'word-list-fault',
    { zh: `团队词表「${path}」${at.zh}：${why.zh}`, en: `The team’s word list “${path}”${at.en}: ${why.en}` },
    { zh: '请改正或移走这个文件', en: 'Correct the file or move it away' },
    { cause },
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw readFailure(error, folder);
  }
}
