const fullWidth: Readonly<Record<string, string>> = {
  ';': '；',
  ':': '：',
  ',': '，',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

/** Brackets that a machine takes for the round ones of print. */
const brackets: Readonly<Record<string, string>> = { '〈': '（', '〉': '）' };

/**
 * Print as a person would type it: spaces that a machine puts beside Han characters taken out, punctuation beside them full-width,
 * specks at both ends dropped. Spaces between Latin words stay.
 */
export function tidyPrint(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[〈〉]/gu, (bracket) => brackets[bracket] ?? bracket)
    // A title's bracket that a round one closes was a round one.
    .replaceAll(/《(?=[^《》]*[)）][^》]*$)/gu, '（')
    .replaceAll(/(?<=[^\p{ASCII}])\s+|\s+(?=[^\p{ASCII}])/gu, '')
    .replaceAll(/(?<=[\p{Script=Han}）])[;:,()?!]|[(](?=\p{Script=Han})/gu, (sign) => fullWidth[sign] ?? sign)
    .replaceAll(/^[\s,，.。:：;；、"“”'‘’|]+|[\s,，.:："“”'‘’|]+$/gu, '')
    .trim();
  return plain;
}
