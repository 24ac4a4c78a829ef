import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';

/** Where something stands in a Word file: the number of its paragraph and how it begins. */
export interface WordPlace {
  readonly paragraph: number;
  readonly beginning: string;
}

/** Something about a reviewed file that a person should know and that stops nothing. */
export interface WordRemark {
  /** 0 where it is of the whole file. */
  readonly paragraph: number;
  readonly text: Localized;
}

/** How a paragraph is named to people, who see no numbers in Word: by number and beginning. */
function placeName({ paragraph, beginning }: WordPlace): Localized {
  if (paragraph === 0) return { zh: '文件中', en: 'somewhere in the file' };
  return {
    zh: `第 ${paragraph} 段${beginning === '' ? '' : `「${beginning}」`}`,
    en: `paragraph ${paragraph}${beginning === '' ? '' : ` “${beginning}”`}`,
  };
}

/** A fault of a reviewed Word file with file and paragraph, what is wrong and what to do; `word-fault` unless another code is given. */
export function wordFault(
  name: string,
  place: WordPlace,
  text: Localized,
  hint: Localized,
  code = 'word-fault',
): Failure {
  const where = placeName(place);
  return new Failure(
    code,
    { zh: `${name} ${where.zh}：${text.zh}`, en: `${name}, ${where.en}: ${text.en}` },
    hint,
  );
}

/** How a text begins, short enough to be quoted. */
export function beginningOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= 16 ? characters.join('') : `${characters.slice(0, 16).join('')}…`;
}
