import { useText } from '../text/use-text.ts';
import sealUrl from '../theme/seal.svg';

/** The seal with the name; leads home. */
export function BrandMark() {
  const t = useText('shell');
  return (
    <a className="brand-mark" href="#/">
      <img src={sealUrl} alt="" width={26} height={39} />
      <span className="brand-name">{t('brand')}</span>
      <span className="brand-claim">{t('brand.claim')}</span>
      <span className="visually-hidden">{t('brand.home')}</span>
    </a>
  );
}
