import type { DossierDocument } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { fieldValue } from '../dossier/fields.ts';
import type { TextRepair } from './planned-repair.ts';

/** How a field's text is written: an ASCII identifier or address, one line of text, or several. */
type Writing = 'ascii' | 'line' | 'lines';

const writings: Readonly<Record<string, Writing>> = {
  'company.name': 'line',
  'company.uscc': 'ascii',
  'company.address': 'line',
  'company.phone': 'ascii',
  'company.website': 'ascii',
  'company.icpNumber': 'line',
  'company.legalRepresentative.name': 'line',
  'company.legalRepresentative.idNumber': 'ascii',
  'company.agent.name': 'line',
  'company.agent.idNumber': 'ascii',
  'company.agent.phone': 'ascii',
  'company.agent.email': 'ascii',
  'app.name': 'line',
  'app.installedName': 'line',
  'app.intro': 'line',
  'app.description': 'lines',
  'app.version': 'ascii',
  'app.releaseNotes': 'lines',
  'app.privacyPolicyUrl': 'ascii',
  'app.termsUrl': 'ascii',
};

const toHalfWidth = (text: string, range: RegExp): string =>
  text.replace(range, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/**
 * The same text in plain writing: no space around it; full-width Latin letters and digits half-width (in identifiers
 * and addresses every full-width sign); ideographic spaces plain ones, but for the indents of texts of several lines.
 * Nothing else changes, Chinese punctuation least of all.
 */
export function plainWriting(text: string, writing: Writing): string {
  const trimmed = text.trim();
  if (writing === 'ascii') return toHalfWidth(trimmed, /[！-～]/g).replaceAll('\u3000', ' ');
  const letters = toHalfWidth(trimmed, /[０-９Ａ-Ｚａ-ｚ]/g);
  return writing === 'line' ? letters.replaceAll('\u3000', ' ') : letters;
}

/** What changed, where it cannot be seen: spaces are shown. */
const visible = (text: string): string =>
  text.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length)).replaceAll('\u3000', '␣');

/** The repairs of texts: by edit, one for each field. */
export function planTextRepairs(document: DossierDocument, rulebook: Rulebook): readonly TextRepair[] {
  return Object.entries(writings).flatMap(([field, writing]): readonly TextRepair[] => {
    const value = fieldValue(document, field);
    if (typeof value !== 'string' || value.trim() === '') return [];
    const plain = plainWriting(value, writing);
    if (plain === value) return [];
    return [
      {
        kind: 'text',
        id: `plain-writing:${field}`,
        rule: ruleOf(rulebook, field),
        at: field,
        value: plain,
        mends: [],
        isAlone: false,
        summary: {
          zh: '去掉首尾空格，全角字母、数字和空格改为半角，文字内容不变',
          en: 'Remove the space around it and make full-width letters, digits and spaces half-width; the words stay',
        },
        before: { zh: visible(value), en: visible(value) },
        after: { zh: visible(plain), en: visible(plain) },
      },
    ];
  });
}

/** The rule that speaks of a field: its requirement, else a check on it, else the repair itself. */
function ruleOf(rulebook: Rulebook, field: string): string {
  const requirement = rulebook.rules.find((rule) => rule.kind === 'text' && rule.field === field);
  const check = rulebook.rules.find(
    (rule) => rule.kind === 'check' && 'field' in rule.on && rule.on.field === field,
  );
  return requirement?.id ?? check?.id ?? 'plain-writing';
}
