import type { Localized } from '../../contract/language.ts';
import type { CreditCodeFault } from './credit-code.ts';

/** Says what is wrong with a credit code and what to do. */
export function creditCodeMessage(code: string, fault: CreditCodeFault): Localized {
  switch (fault.kind) {
    case 'length':
      return {
        zh: `统一社会信用代码应为 18 位，现为 ${fault.found} 位（「${code}」）。请对照营业执照逐位核对。`,
        en: `A unified social credit code has 18 characters; this one has ${fault.found} (“${code}”). Compare it with the business licence.`,
      };
    case 'spelling':
      return {
        zh: `统一社会信用代码应写成半角大写且不带空格：「${fault.meant}」。现为「${code}」，请照此改正。`,
        en: `Write the credit code in half-width capitals without spaces: “${fault.meant}”. It is now “${code}”.`,
      };
    case 'letters': {
      const found = fault.found.join(' ');
      const meantZh =
        fault.meant === undefined
          ? ''
          : `很可能是看错了形近字符：「${fault.meant}」的校验位相符，请对照营业执照确认。`;
      const meantEn =
        fault.meant === undefined
          ? ''
          : ` Probably a look-alike was read: “${fault.meant}” verifies; confirm it on the licence.`;
      return {
        zh: `统一社会信用代码里不会出现「${found}」（字母 I、O、S、V、Z 不使用）。${meantZh || '请对照营业执照改正。'}`,
        en: `“${found}” never occurs in a credit code (the letters I, O, S, V and Z are not used).${meantEn || ' Correct it from the licence.'}`,
      };
    }
    case 'region':
      return {
        zh: `统一社会信用代码的第 3 至 8 位是登记机关的行政区划，应全为数字，现为「${fault.found}」。请对照营业执照改正。`,
        en: `Characters 3 to 8 of a credit code are the region and must be digits; found “${fault.found}”. Correct it from the licence.`,
      };
    case 'check-character':
      return {
        zh: `统一社会信用代码「${code}」的校验位不符，至少有一位抄错。请对照营业执照逐位核对。`,
        en: `The check character of the credit code “${code}” does not fit: at least one character is wrong. Compare it with the licence.`,
      };
  }
}
