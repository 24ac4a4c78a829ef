/** The Chinese names under which a reviewer sees the keys of what is signed, and of some values. */
const keys: readonly (readonly [string, string])[] = [
  ['party', '签署方'],
  ['line', '签字栏'],
  ['suggested', '建议签字栏'],
  ['seal', '印章'],
  ['date', '日期'],
  ['fingerprint', '指印'],
  ['copy', '手写内容'],
];
const values: readonly (readonly [string, string])[] = [
  ['none', '无'],
  ['blank', '手填'],
  ['yes', '有'],
];
const containers: readonly (readonly [string, string])[] = [
  ['signature', '【签署栏】'],
  ['handwritten', '【手写栏】'],
];

const shown = (pairs: readonly (readonly [string, string])[], key: string): string =>
  pairs.find(([own]) => own === key)?.[1] ?? key;
const kept = (pairs: readonly (readonly [string, string])[], label: string): string =>
  pairs.find(([, own]) => own === label)?.[0] ?? label;

/** Keys whose values are words of the program and no wording. */
const settingKeys: readonly string[] = ['seal', 'date', 'fingerprint'];

/** A line of a signature as a reviewer sees it: 签署方, 印章 and so on; a key without a name stays as it is. */
export function shownPair(key: string, value: string): { readonly label: string; readonly value: string } {
  return { label: shown(keys, key), value: settingKeys.includes(key) ? shown(values, value) : value };
}

/** The line that a reviewer's label and value stand for. */
export function keptPair(label: string, value: string): { readonly key: string; readonly value: string } {
  const key = kept(keys, label);
  return { key, value: settingKeys.includes(key) ? kept(values, value) : value };
}

/** What stands over a container of things to sign, or over any other by its name in brackets. */
export function containerLabel(kind: string): string {
  const label = shown(containers, kind);
  return label === kind ? `【${kind}】` : label;
}

/** The container that a label stands over; null for a text that is none. */
export function labelledContainer(text: string): string | null {
  const known = containers.find(([, label]) => label === text.trim());
  return known?.[0] ?? null;
}
