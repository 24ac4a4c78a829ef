import * as fc from 'fast-check';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { loadFonts } from './load-fonts.ts';

/** The faces that ship with the app. */
export const fonts = await loadFonts();
/** A page code of nothing: 33 rows of as many modules. */
export const modules = Array.from({ length: 33 }, () => '10'.repeat(16) + '1');
/** Encodes every page code as that. */
export const encode = async (): Promise<readonly string[]> => modules;

/** A document of these blocks. */
export const tree = (blocks: readonly Block[], more: Partial<DocumentTree> = {}): DocumentTree => ({
  title: '题',
  author: '甲',
  language: 'zh-CN',
  subject: '事',
  blocks,
  code: { dossier: 'yangli-sam', letter: 'a-letter', revision: '0a1b2c3d' },
  isDraft: false,
  style: 'letter',
  ...more,
});
/** A paragraph of one run. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }], indent: true });
/** The guide for a round seal. */
export const seal = { widthMm: 40, heightMm: 40, label: '盖章处' };
/** The guide for a fingerprint. */
export const fingerprint = { widthMm: 22, heightMm: 28, label: '按指印处' };
/** Where a party signs, with guides for its seal, its fingerprint or both. */
export const signature = (
  party: string,
  lines: readonly string[],
  date: string | null = null,
  guides: 'seal' | 'fingerprint' | 'both' = 'seal',
): Block => ({
  kind: 'signature',
  party,
  lines,
  date,
  seal: guides === 'fingerprint' ? null : seal,
  ...(guides === 'seal' ? {} : { fingerprint }),
});
/** Any of the guides that a signature can have. */
export const guides = fc.constantFrom('seal' as const, 'fingerprint' as const, 'both' as const);
