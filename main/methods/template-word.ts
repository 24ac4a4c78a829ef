import { Failure } from '../contract/failure.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { letterOfReview, templateOfWord } from '../core/letters/template-of-word.ts';
import { wordOfTemplate } from '../core/letters/word-of-template.ts';
import type { World } from '../world.ts';
import { allClauses } from './load-clauses.ts';
import { pickTemplate } from './load-template.ts';
import { wordMediaType } from './letter-word.ts';
import type { Methods } from './method.ts';

/** Templates out to a lawyer as Word files, and back in as new versions. */
export const templateWordMethods: Pick<Methods, 'templates.word' | 'templates.read-word'> = {
  async 'templates.word'(world, { letter, folder, fileName }) {
    const { template, source } = await inUse(world, letter);
    const bytes = await world.word.write(wordOfTemplate(source, template));
    const name = fileName ?? `${template.title.zh}（模板审阅稿 ${template.version}）.docx`.normalize('NFC');
    requireEnding(name, '.docx');
    const named = { letter: template.id, version: template.version, origin: template.origin, fileName: name };
    if (folder === undefined) {
      return { ...named, artifact: await world.artifacts.keep(bytes, name, wordMediaType) };
    }
    await writeInto(world, folder, name, bytes);
    return named;
  },

  async 'templates.read-word'(world, { file, folder, fileName }, { language, signal }) {
    const read = await world.word.read(world.grants.resolve(file), signal);
    const { template, source, sample } = await inUse(world, letterOfReview(read));
    const clauses = await allClauses(world);
    const review = templateOfWord(read, { source, template, sample, clauses });
    const name = fileName ?? 'template.md';
    if (folder !== undefined) await writeInto(world, folder, name, Buffer.from(review.text));
    const count = (kind: 'added' | 'removed'): number =>
      review.lines.filter((line) => line.kind === kind).length;
    return {
      letter: template.id,
      title: template.title[language],
      ...(review.basedOn === null ? {} : { basedOn: review.basedOn }),
      from: { version: template.version, origin: template.origin },
      version: review.version,
      changed: review.isChanged,
      text: review.text,
      added: count('added'),
      removed: count('removed'),
      lines: review.lines.map((line) => ({ ...line })),
      remarks: review.remarks.map(({ paragraph, text }) => ({ paragraph, text: text[language] })),
      ...(folder === undefined ? {} : { fileName: name }),
    };
  },
};

/** The template that letters are made from now, with the text that it was read from and its sample. */
async function inUse(
  world: World,
  letter: string,
): Promise<{ readonly template: LetterTemplate; readonly source: string; readonly sample: string | null }> {
  const template = await pickTemplate(world, letter);
  const versions = await world.letters.versions(letter);
  const source = versions.find(({ fileName }) => fileName === template.fileName);
  if (source === undefined) throw new Error('a template in use is none of its letter’s versions');
  return { template, source: await world.letters.read(source), sample: await world.letters.sample(source) };
}

async function writeInto(world: World, folder: string, name: string, content: Uint8Array): Promise<void> {
  await world.folders.write(world.grants.resolve(folder), [{ path: name, content }], {
    refuseExisting: false,
  });
}

function requireEnding(name: string, ending: string): void {
  if (name.toLowerCase().endsWith(ending)) return;
  throw new Failure(
    'bad-file-name',
    { zh: `「${name}」不是 ${ending} 文件名`, en: `“${name}” is no name of a ${ending} file` },
    { zh: `请写成 ${ending} 结尾`, en: `Let it end in ${ending}` },
  );
}
