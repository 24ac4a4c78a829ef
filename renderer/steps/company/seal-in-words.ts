import { sealSizes, type CompanySeal } from '../../../main/contract/dossier.ts';
import type { Say } from '../../text/use-text.ts';

/** The seal that guides are drawn for where the dossier says nothing: round, 40 mm across. */
export const usualSeal: CompanySeal = { shape: 'round', widthMm: 40 };

/** A seal as people say it: round with its diameter, oval with both. */
export function sealInWords(seal: CompanySeal | undefined, t: Say<'letterDesk'>): string {
  const { shape, widthMm, heightMm = widthMm } = seal ?? usualSeal;
  return shape === 'round'
    ? t('seal.round', { mm: widthMm })
    : t('seal.oval', { width: widthMm, height: heightMm });
}

/** A seal as it may be saved: a round one without a height, an oval one higher than it is wide made lower. */
export function sealSides(seal: CompanySeal): CompanySeal {
  const { shape, widthMm, heightMm } = seal;
  if (shape === 'round') return { shape, widthMm };
  const [low, high] = sealSizes.oval.heightMm;
  return { shape, widthMm, heightMm: Math.max(low, Math.min(heightMm ?? low, high, widthMm - 0.5)) };
}
