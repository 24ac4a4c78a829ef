import type { Block, SealGuide } from '../../contract/letters.ts';
import { nearName } from '../near-name.ts';
import { templateFault } from './template-fault.ts';

/** A line `key: value` of a container, values put in, and its number in the file. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** What blocks to sign need besides their lines. */
export interface SigningContext {
  readonly fileName: string;
  /** Formatted; null leaves room to write it by hand. */
  readonly date: string | null;
  readonly seal: SealGuide | null;
}

/** A thumb’s print with room around it. */
const fingerprintGuide: SealGuide = { widthMm: 22, heightMm: 28, label: '按指印处' };

const signatureKeys = ['party', 'line', 'suggested', 'seal', 'date', 'fingerprint'];

/** The block of `::: signature`. Throws `template-fault` for a line that it does not know. */
export function signatureBlock(pairs: readonly Pair[], context: SigningContext): Block {
  const lines: string[] = [];
  const suggested: string[] = [];
  let party = '';
  let { seal, date } = context;
  let fingerprint: SealGuide | undefined;
  for (const pair of pairs) {
    const { key, value } = pair;
    if (key === 'party') party = value;
    else if (key === 'line') lines.push(value);
    else if (key === 'suggested') suggested.push(value);
    else if (key === 'seal' && value === 'none') seal = null;
    else if (key === 'date' && value === 'blank') date = null;
    else if (key === 'fingerprint' && value === 'yes') fingerprint = fingerprintGuide;
    else {
      throw unknownPair(pair, context.fileName, signatureKeys, {
        zh: '可用：party: 名称、line: 签字栏、suggested: 建议的签字栏、seal: none、date: blank、fingerprint: yes',
        en: 'There are: party: name, line: what is signed, suggested: what we suggest to sign, seal: none, date: blank, fingerprint: yes',
      });
    }
  }
  return {
    kind: 'signature',
    party,
    lines,
    ...(suggested.length === 0 ? {} : { suggested }),
    date,
    seal,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

/** The block of `::: handwritten`. Throws `template-fault` for a line that it does not know. */
export function handwrittenBlock(pairs: readonly Pair[], context: SigningContext): Block {
  const copies: string[] = [];
  let isDated = false;
  for (const pair of pairs) {
    if (pair.key === 'copy' && pair.value !== '') copies.push(pair.value);
    else if (pair.key === 'date' && pair.value === 'blank') isDated = true;
    else {
      throw unknownPair(pair, context.fileName, ['copy', 'date'], {
        zh: '可用：copy: 要照抄的文字、date: blank',
        en: 'There are: copy: the words to copy, date: blank',
      });
    }
  }
  return { kind: 'handwritten', copies, isDated };
}

function unknownPair(
  { key, value, line }: Pair,
  fileName: string,
  keys: readonly string[],
  known: { readonly zh: string; readonly en: string },
): Error {
  const near = nearName(key, keys);
  return templateFault(
    fileName,
    line,
    { zh: `这个块不认识「${key}: ${value}」`, en: `this container has no “${key}: ${value}”` },
    near === undefined || near === key
      ? known
      : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
  );
}
