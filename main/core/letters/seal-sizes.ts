import type { DossierDocument } from '../../contract/dossier.ts';
import type { Block, SealGuide } from '../../contract/letters.ts';
import { printableText } from './printable.ts';

/** Blocks whose seal guides have the company's own size where the company itself signs; other parties' seals are not known. */
export function withCompanySeal(blocks: readonly Block[], document: DossierDocument): readonly Block[] {
  const { seal, name } = document.company ?? {};
  if (seal === undefined || name === undefined) return blocks;
  const size = { widthMm: seal.widthMm, heightMm: seal.heightMm ?? seal.widthMm };
  return blocks.map((block) =>
    block.kind === 'signature' && block.seal !== null && block.party === printableText(name)
      ? { ...block, seal: { ...block.seal, ...size } }
      : block,
  );
}

/** A seal as it counts in the wording: every size is the same. */
const unsized = ({ label }: SealGuide): SealGuide => ({ widthMm: 40, heightMm: 40, label });

/** A block as far as it is wording: without the day of signing, the seal's size and what is said of suggested lines. */
export function wordingOf(block: Block): Block {
  if (block.kind !== 'signature') return block;
  const { suggested = [], ...rest } = block;
  return {
    ...rest,
    lines: [...block.lines, ...suggested],
    date: null,
    seal: block.seal && unsized(block.seal),
  };
}
