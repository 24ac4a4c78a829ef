/** What a telephone number is by its shape; `other` needs a person (abroad, unusual), `none` cannot be called. */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'other' | 'no-area-code' | 'none';

/** Tells the kind of a number as people write it: spaces, hyphens, brackets, +86 and an extension are fine. */
export function phoneKind(written: string): PhoneKind {
  const kind = kindOf(written);
  // An extension may also follow a hyphen: 010-62220000-801.
  const [, main] = /^(.*\d)\s*[-–—－]\s*\d{1,6}\s*$/.exec(written) ?? [];
  const kindOfMain = kind === 'none' && main !== undefined ? kindOf(main) : kind;
  return kindOfMain === 'landline' || kindOfMain === 'service' ? kindOfMain : kind;
}

function kindOf(written: string): PhoneKind {
  const plain = written.normalize('NFKC').trim();
  if (!/^\+?[\d\s()\-–—转#*extEXT.]+$/.test(plain)) return 'none';
  const [main = ''] = plain.split(/转|#|\*|ext\.?/i);
  const all = main.replaceAll(/[^\d+]/g, '');
  const home = all.replace(/^(\+86|0086)/, '');
  // Abroad the leading 0 of an area code is left out: +86 755 1234 5678.
  const digits = home !== all && /^([2-9]|10)/.test(home) && !/^[48]00/.test(home) ? `0${home}` : home;
  if (/^(\+|00)/.test(digits)) return /^(\+|00)[1-9]\d{6,14}$/.test(digits) ? 'other' : 'none';
  if (/^1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (/^[48]00\d{7}$/.test(digits)) return 'service';
  if (/^(95\d{3,6}|96\d{3,4}|12\d{3}|10\d{3}|1010\d{4})$/.test(digits)) return 'service';
  if (/^0(10|2\d)[2-9]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-9]\d{6,7}$/.test(digits)) return 'landline';
  if (/^[2-9]\d{6,7}$/.test(digits)) return 'no-area-code';
  return 'none';
}
