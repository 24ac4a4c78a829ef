import type { Block } from '../../contract/letters.ts';
import type { WordParagraph, WordRun, WordStyle } from '../../contract/word.ts';
import { blankDate } from './template-scope.ts';
import { emMm } from './set-glyphs.ts';
import type { Typography } from './typography.ts';
import { textWidthMm } from './word-text-width.ts';

type Signing = Extract<Block, { kind: 'signature' | 'handwritten' }>;

const ruleMm = 44;
/** Between a label and its rule: one as wide as its column would push the tab to the next stop. */
const slackMm = 1;
/** What handwriting takes along a rule. */
const characterMm = 8;
/** The widest that a party's name stands on one line. */
const widestNameMm = 96;
const suggestion = '印齐建议，平台规则未要求';

/** What is signed or copied by hand as paragraphs that stay on one page: lines to sign on, then the party centred over the date. */
export function wordOfSigning(block: Signing, typography: Typography): readonly WordParagraph[] {
  const made = block.kind === 'signature' ? signature(block, typography) : handwritten(block, typography);
  return made.map((one, index) => ({
    ...one,
    keepWithNext: index < made.length - 1,
    ...(index === 0 ? { spaceBeforeMm: typography.pitchMm * 0.7 } : {}),
  }));
}

const paragraph = (style: WordStyle, runs: readonly WordRun[]): WordParagraph => ({
  kind: 'paragraph',
  style,
  runs,
});

function signature(
  block: Extract<Block, { kind: 'signature' }>,
  typography: Typography,
): readonly WordParagraph[] {
  const suggested = block.suggested ?? [];
  const labels = [...block.lines, ...suggested];
  const widest = Math.max(0, ...labels.map((label) => textWidthMm(label, typography.bodyPt)));
  const from = Math.min(widest + slackMm, typography.areaWidthMm - ruleMm);
  const lines = labels.flatMap((label, index): readonly WordParagraph[] => [
    {
      ...paragraph('signing-line', [{ text: `${label}\t\t` }]),
      tabs: [
        { mm: from, isRuled: false },
        { mm: from + ruleMm, isRuled: true },
      ],
    },
    ...(index < block.lines.length
      ? []
      : [{ ...paragraph('guide', [{ text: suggestion }]), insetMm: from, isFlush: true }]),
  ]);
  const print =
    block.fingerprint === undefined
      ? []
      : [
          {
            ...paragraph('guide', [{ text: block.fingerprint.label }]),
            insetMm: from,
            isFlush: true,
            spaceBeforeMm: 8,
          },
        ];
  // The party's side: as wide as its name and the seal, two characters from the right edge.
  const nameMm = Math.min(widestNameMm, textWidthMm(block.party, typography.bodyPt));
  const sideMm = Math.max(nameMm, textWidthMm(blankDate, typography.bodyPt), block.seal?.widthMm ?? 0);
  const insetMm = Math.max(0, typography.areaWidthMm - sideMm - 2 * emMm(typography.bodyPt));
  const seal =
    block.seal === null
      ? []
      : [{ ...paragraph('guide', [{ text: block.seal.label }]), insetMm, spaceBeforeMm: 6 }];
  return [
    ...lines,
    ...print,
    ...seal,
    { ...paragraph('signature', [{ text: block.party }]), insetMm },
    { ...paragraph('signature', [{ text: block.date ?? blankDate }]), insetMm },
  ];
}

/** The words to copy in small print, and as many ruled lines as they take by hand. */
function handwritten(
  block: Extract<Block, { kind: 'handwritten' }>,
  typography: Typography,
): readonly WordParagraph[] {
  const copies = block.copies.flatMap((copy) => {
    const rules = Math.max(1, Math.ceil((Array.from(copy).length * characterMm) / typography.areaWidthMm));
    const rule: WordParagraph = {
      ...paragraph('signing-line', [{ text: '\t' }]),
      tabs: [{ mm: typography.areaWidthMm, isRuled: true }],
    };
    return [paragraph('guide', [{ text: `请手写：${copy}` }]), ...Array.from({ length: rules }, () => rule)];
  });
  return block.isDated ? [...copies, paragraph('end', [{ text: blankDate }])] : copies;
}
