import { Failure } from '../../contract/failure.ts';
import type { ReviewedWording } from './review-of-word.ts';
import { handwrittenBlock, signatureBlock } from './signing-blocks.ts';
import { splitPair } from './split-pair.ts';
import { TemplateFault } from './template-fault.ts';
import { textOf } from './clean-word-runs.ts';
import { wordFault } from './word-fault.ts';

const hints = {
  signature: {
    zh: '可用：签署方、签字栏、建议签字栏、印章：无、日期：手填、指印：有',
    en: 'There are: 签署方 (party), 签字栏 (line), 建议签字栏 (suggested), 印章：无 (no seal), 日期：手填 (date by hand), 指印：有 (fingerprint)',
  },
  handwritten: {
    zh: '可用：手写内容、日期：手填',
    en: 'There are: 手写内容 (copy), 日期：手填 (date by hand)',
  },
} as const;

/** Lines of what is signed that no letter could be made with: an unknown label, a value that is none of the known. */
export function signingFaults(name: string, { blocks, places }: ReviewedWording): readonly Failure[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'container') return [];
    const { container } = block;
    if (container !== 'signature' && container !== 'handwritten') return [];
    const make = container === 'signature' ? signatureBlock : handwrittenBlock;
    return block.lines.flatMap((line, at): readonly Failure[] => {
      const pair = 'tag' in line ? null : splitPair(line.runs);
      if (pair === null) return [];
      try {
        make([{ key: textOf(pair.label), value: textOf(pair.value), line: 1 }], {
          fileName: name,
          date: null,
          seal: null,
        });
        return [];
      } catch (error) {
        if (!(error instanceof TemplateFault)) throw error;
        const place = places[index]?.[at] ?? { paragraph: 0, beginning: '' };
        return [wordFault(name, place, error.what, hints[container], error.code)];
      }
    });
  });
}
