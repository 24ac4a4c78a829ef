import type { DossierDocument } from '../../contract/dossier.ts';
import type { TextPoint, TextStandard } from '../../contract/text-standard.ts';
import { fieldValue } from '../dossier/fields.ts';
import { findPassages, passageOf, type Passage } from './find-passages.ts';
import { foldText } from './folded-text.ts';
import { spanAt, wordText, type WordedText } from './read-passages.ts';
import type { LaidOutText } from './text-layout.ts';

/**
 * What a text says on a point. `found`: a passage that a person reads; it proves nothing. `unclear`: passages that say
 * something of it, but not whole. `missing`: none.
 */
export interface PointAnswer {
  readonly state: 'found' | 'unclear' | 'missing';
  readonly passages: readonly Passage[];
}

interface LastRead {
  readonly text: string;
  readonly own: string | undefined;
  readonly worded: WordedText;
}
/** Several rules ask for the same text in a row. */
const lastRead = new WeakMap<TextStandard, LastRead>();

function worded(read: LaidOutText, standard: TextStandard, own: string | undefined): WordedText {
  const last = lastRead.get(standard);
  if (last !== undefined && last.text === read.text && last.own === own) return last.worded;
  const made = wordText(read, standard, own);
  lastRead.set(standard, { text: read.text, own, worded: made });
  return made;
}

/** Where the value of a field stands in a text. */
function passagesOfValue(text: WordedText, value: unknown): readonly Passage[] {
  const wanted = typeof value === 'string' ? foldText(value).folded : '';
  const at = wanted === '' ? -1 : text.folded.folded.indexOf(wanted);
  if (at < 0) return [];
  const sentence = spanAt(text.structure.sentences, at) ?? { start: at, end: at + wanted.length };
  return [passageOf(text, sentence, spanAt(text.structure.blocks, at))];
}

/** Judges one point of a standard on a text. */
export function judgePoint(
  read: LaidOutText,
  standard: TextStandard,
  point: TextPoint,
  document: DossierDocument,
): PointAnswer {
  const text = worded(read, standard, document.company?.name);
  const found =
    point.value === undefined
      ? findPassages(text, point.find)
      : passagesOfValue(text, fieldValue(document, point.value));
  if (found.length > 0) return { state: 'found', passages: found };
  const partly = findPassages(text, point.unclear ?? []);
  return partly.length > 0 ? { state: 'unclear', passages: partly } : { state: 'missing', passages: [] };
}
