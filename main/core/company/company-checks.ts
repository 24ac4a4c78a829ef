import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion, type Subject } from '../review/check.ts';
import { creditCodeMessage } from './credit-code-message.ts';
import { creditCodeFault } from './credit-code.ts';
import { icpNumberKind } from './icp-number.ts';
import { identityMessage } from './identity-message.ts';
import { identityFault } from './identity-number.ts';
import { partyChecks } from './party-checks.ts';
import { partyIdentifiers } from './party-identifiers.ts';
import { phoneKind } from './phone-number.ts';

const none = z.strictObject({});
const pass: readonly Conclusion[] = [{ outcome: 'pass' }];
const notApplicable: readonly Conclusion[] = [{ outcome: 'not-applicable' }];
const fail = (message: Localized): readonly Conclusion[] => [{ outcome: 'fail', message }];
const ask = (message: Localized): readonly Conclusion[] => [{ outcome: 'needs-person', message }];

const textOf = (subject: Subject): string | null =>
  subject.kind === 'field' && typeof subject.value === 'string' ? subject.value : null;

/** `credit-code`: a unified social credit code whose check character fits (GB 32100-2015). */
const creditCode = defineCheck({
  name: 'credit-code',
  parameters: none,
  run(subject) {
    const code = textOf(subject);
    if (code === null) return notApplicable;
    const fault = creditCodeFault(code);
    return fault === null ? pass : fail(creditCodeMessage(code, fault));
  },
});

/** What numbers of papers other than the resident card look like; a number that does not is shown to a person. */
const paperNumbers: Readonly<Record<string, { readonly shape: RegExp; readonly title: Localized }>> = {
  passport: { shape: /^[A-Z0-9]{5,12}$/, title: { zh: '护照', en: 'passport' } },
  'hk-macao': {
    shape: /^([HM]\d{8}(\d{2})?|8[123]0000\d{12})$/,
    title: {
      zh: '港澳居民来往内地通行证或居住证',
      en: 'permit or residence card of Hong Kong and Macao residents',
    },
  },
  taiwan: {
    shape: /^(\d{8}(\d{2})?|830000\d{12})$/,
    title: { zh: '台湾居民来往大陆通行证或居住证', en: 'permit or residence card of Taiwan residents' },
  },
};

/** `identity-number`: a resident number that verifies (GB 11643); other papers by their shape, which a person settles. */
const identityNumber = defineCheck({
  name: 'identity-number',
  parameters: z.strictObject({ typeField: z.string() }),
  run(subject, { typeField }, { document, today }) {
    const number = textOf(subject);
    if (number === null) return notApplicable;
    const type = fieldValue(document, typeField) ?? 'resident';
    const paper = typeof type === 'string' ? paperNumbers[type] : undefined;
    if (paper === undefined) {
      const fault = identityFault(number, today);
      return fault === null ? pass : fail(identityMessage(fault));
    }
    if (paper.shape.test(number.trim().toUpperCase())) return pass;
    return ask({
      zh: `所填号码不像${paper.title.zh}的号码。请对照证件确认号码和证件类型。`,
      en: `The number does not look like that of a ${paper.title.en}. Confirm the number and the kind of document.`,
    });
  },
});

/** `phone-number`: a number that can be called from mainland China: mobile, landline with area code, 400/800, short code. */
const phoneNumber = defineCheck({
  name: 'phone-number',
  parameters: none,
  run(subject) {
    const written = textOf(subject);
    if (written === null) return notApplicable;
    const kind = phoneKind(written);
    if (kind === 'mobile' || kind === 'landline' || kind === 'service') return pass;
    if (kind === 'other') {
      return ask({
        zh: `「${written}」是境外号码。请确认用户能够拨通。`,
        en: `“${written}” is a number abroad. Confirm that users can call it.`,
      });
    }
    if (kind === 'no-area-code') {
      return fail({
        zh: `固定电话「${written}」缺少区号。请写成 0755-12345678 这样的形式。`,
        en: `The landline “${written}” lacks its area code. Write it like 0755-12345678.`,
      });
    }
    return fail({
      zh: `「${written}」不是能拨通的电话号码。请填 11 位手机号、带区号的固定电话，或 400、800 电话。`,
      en: `“${written}” cannot be called. Give an 11-digit mobile number, a landline with area code, or a 400 or 800 number.`,
    });
  },
});

/** `email-address`: one address of the form name@domain. */
const emailAddress = defineCheck({
  name: 'email-address',
  parameters: none,
  run(subject) {
    const written = textOf(subject);
    if (written === null) return notApplicable;
    if (/^[^\s@,;<>()（）]{1,64}@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/u.test(written.trim())) return pass;
    return fail({
      zh: `「${written}」不是完整的电子邮箱地址。请写成 name@example.com 这样的形式，只填一个。`,
      en: `“${written}” is not a complete email address. Write one address like name@example.com.`,
    });
  },
});

/** `icp-number`: a filing or licence number by its shape; any other shape is shown to a person. */
const icpNumber = defineCheck({
  name: 'icp-number',
  parameters: none,
  run(subject) {
    const written = textOf(subject);
    if (written === null) return notApplicable;
    if (icpNumberKind(written) !== 'unknown') return pass;
    return ask({
      zh: `「${written}」不像 ICP 备案号（如 粤ICP备2026000001号-1）或许可证号（如 粤B2-20261234）。请对照备案截图或许可证确认。`,
      en: `“${written}” does not look like an ICP filing number (such as 粤ICP备2026000001号-1) or licence number (such as 粤B2-20261234). Confirm it on the filing or licence.`,
    });
  },
});

/** The checks on companies, people and how to reach them. */
export const companyChecks: readonly AnyCheck[] = [
  creditCode,
  identityNumber,
  phoneNumber,
  emailAddress,
  icpNumber,
  partyIdentifiers,
  ...partyChecks,
];
