import { z } from 'zod';
import type { DossierDocument } from '../../contract/dossier.ts';
import { defineCheck, type Conclusion } from '../review/check.ts';
import { creditCodeMessage } from './credit-code-message.ts';
import { creditCodeFault } from './credit-code.ts';
import { identityMessage } from './identity-message.ts';
import { identityFault } from './identity-number.ts';

type Party = NonNullable<DossierDocument['parties']>[number];

/** A number of the length of the mainland's own is verified; any other may be foreign and is shown to a person. */
function judge(party: Party, at: string, today: string): Conclusion {
  const number = party.identifier?.trim() ?? '';
  if (number === '') return { outcome: 'not-applicable' };
  if (number.normalize('NFKC').replaceAll(/[\s-]/g, '').length !== 18) {
    return {
      outcome: 'needs-person',
      at,
      message: {
        zh: `「${party.name ?? number}」的号码不是 18 位的统一社会信用代码或身份证号码。若为境外主体，请对照其证件确认。`,
        en: `The number of “${party.name ?? number}” is not an 18-character credit code or identity number. For a party from abroad, confirm it on its papers.`,
      },
    };
  }
  if (party.kind === 'company') {
    const fault = creditCodeFault(number);
    return fault === null
      ? { outcome: 'pass' }
      : { outcome: 'fail', at, message: creditCodeMessage(number, fault) };
  }
  const fault = identityFault(number, today);
  return fault === null ? { outcome: 'pass' } : { outcome: 'fail', at, message: identityMessage(fault) };
}

/** `party-identifiers`: the credit codes and identity numbers of the other parties verify. */
export const partyIdentifiers = defineCheck({
  name: 'party-identifiers',
  parameters: z.strictObject({}),
  run: (subject, _parameters, { document, today }) =>
    subject.kind === 'field' && subject.field === 'parties'
      ? (document.parties ?? []).map((party, index) => judge(party, `parties.${index}.identifier`, today))
      : [{ outcome: 'not-applicable' }],
});
