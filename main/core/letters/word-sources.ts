import type { DossierDocument } from '../../contract/dossier.ts';
import { draftPlaceholders } from './fill-letter.ts';
import { elementTexts } from './element-texts.ts';
import type { LetterTemplate } from './template.ts';
import { chineseDate, templateScope, type LetterEntry } from './template-scope.ts';
import { tracedScope } from './traced-scope.ts';
import { wordingBlocks } from './wording-blocks.ts';

/** One character of a letter's text and the variable that it was filled in from; null for the wording itself. */
export interface SourcedCharacter {
  readonly character: string;
  readonly variable: string | null;
}

/** Noncharacters, which no text holds, around a value; a character of a private plane after the first says which value. */
const open = '\uFDD2';
const close = '\uFDD3';
const firstIndex = 0xf_0000;
/** Printed where the date is written by hand, as the signature block has it. */
const blankDate = '　　　　年　　月　　日';

/**
 * For each element of a letter, in the order of its laid-out elements, its characters with the variables they come from. A
 * value's lines are marked one by one, for each line of a long text is a paragraph. Throws `template-fault`.
 */
export function wordSources(input: {
  readonly template: LetterTemplate;
  readonly document: DossierDocument;
  readonly entry?: LetterEntry | undefined;
  /** Whether what is missing is named in brackets. */
  readonly isDraft: boolean;
}): readonly (readonly SourcedCharacter[])[] {
  const { template, document, isDraft } = input;
  const entry = input.entry ?? document.letters?.[template.id] ?? {};
  const placeholders = isDraft ? draftPlaceholders(template, document) : new Map<string, string>();
  const traced = tracedScope(
    templateScope(document, entry, placeholders, template.fields, template.licenses),
  );
  const sources: (string | null)[] = [];
  const { markdown, values } = template.wording.render(traced.scope, (value) =>
    sources.push(traced.sourceOf(value)),
  );
  const dateIndex = sources.push('letter.date') - 1;
  const date = entry.date === undefined ? blankDate : chineseDate(entry.date);
  const blocks = wordingBlocks(markdown, {
    fileName: template.fileName,
    values: values.map((value, index) => marked(value, index)),
    date: template.asks.includes('date') ? marked(date, dateIndex) : null,
    seal: template.seal,
  });
  return blocks.flatMap(elementTexts).map((text) => sourced(text, sources));
}

const marked = (value: string, index: number): string =>
  value
    .split('\n')
    .map((line) => `${open}${String.fromCodePoint(firstIndex + index)}${line}${close}`)
    .join('\n');

/** A marked text without its marks. */
function sourced(text: string, sources: readonly (string | null)[]): readonly SourcedCharacter[] {
  const characters: SourcedCharacter[] = [];
  let variable: string | null = null;
  let isOpening = false;
  for (const character of text) {
    if (isOpening) {
      variable = sources[(character.codePointAt(0) ?? firstIndex) - firstIndex] ?? null;
      isOpening = false;
    } else if (character === open) isOpening = true;
    else if (character === close) variable = null;
    else characters.push({ character, variable });
  }
  return characters;
}
