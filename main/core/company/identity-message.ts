import type { Localized } from '../../contract/language.ts';
import type { IdentityFault } from './identity-number.ts';

/** Says what is wrong with an identity number, without repeating the number, and what to do. */
export function identityMessage(fault: IdentityFault): Localized {
  switch (fault.kind) {
    case 'length':
      return {
        zh: `居民身份证号码应为 18 位，现为 ${fault.found} 位。请对照证件核对；若不是居民身份证，请改选证件类型。`,
        en: `A resident identity number has 18 characters; this one has ${fault.found}. Compare it with the card, or choose another kind of document.`,
      };
    case 'first-generation':
      return {
        zh: '这是 15 位的第一代身份证号码，已停止使用。请填写现行证件上的 18 位号码。',
        en: 'This is a 15-digit number of the first generation, no longer in use. Give the 18 characters of the present card.',
      };
    case 'letters':
      return {
        zh: '居民身份证号码的前 17 位应为数字，末位为数字或 X。请检查是否混入了空格、全角字符或字母 O。',
        en: 'The first 17 characters of an identity number are digits, the last a digit or X. Look for spaces, full-width characters or the letter O.',
      };
    case 'region':
      return {
        zh: `身份证号码开头的地区代码「${fault.found}」不存在。请对照证件核对前 6 位。`,
        en: `The region “${fault.found}” at the start of the identity number does not exist. Compare the first 6 digits with the card.`,
      };
    case 'date':
      return {
        zh: `身份证号码中的出生日期「${fault.found}」不存在。请对照证件核对第 7 至 14 位。`,
        en: `The date of birth “${fault.found}” in the identity number does not exist. Compare digits 7 to 14 with the card.`,
      };
    case 'future':
      return {
        zh: `身份证号码中的出生日期「${fault.found}」晚于今天。请对照证件核对第 7 至 14 位。`,
        en: `The date of birth “${fault.found}” in the identity number lies after today. Compare digits 7 to 14 with the card.`,
      };
    case 'check-character':
      return {
        zh: `身份证号码的校验位「${fault.found}」不符，至少有一位抄错。请对照证件逐位核对。`,
        en: `The check character “${fault.found}” of the identity number does not fit: at least one digit is wrong. Compare it with the card.`,
      };
  }
}
