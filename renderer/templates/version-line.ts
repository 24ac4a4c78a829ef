/** A version as templates have it: 2, 1.0.0, 1.2.0-draft. */
const versionPattern = /^\d{1,6}(\.\d{1,6}){0,3}(-[0-9a-z]{1,20})?$/;

export const isVersion = (text: string): boolean => versionPattern.test(text.trim());

/** The version that a template's front matter says; empty where it says none. */
export function versionIn(text: string): string {
  const [, written = ''] = /^version:[ \t]*(.*?)[ \t]*(?:#.*)?$/m.exec(frontOf(text)) ?? [];
  return written.replace(/^(['"])(.*)\1$/, '$2');
}

/** The text with another version in its front matter; in quotes where YAML would take it for a number. */
export function withVersion(text: string, version: string): string {
  const front = frontOf(text);
  const written = /^\d+(\.\d+)?$/.test(version) ? `'${version}'` : version;
  return front.replace(/^(version:[ \t]*).*$/m, (_, key: string) => key + written) + text.slice(front.length);
}

/** The version after the highest of some: its last number one higher. */
export function versionAfter(versions: readonly string[]): string {
  const [highest] = versions
    .filter(isVersion)
    .map(numbersOf)
    .toSorted((one, other) => {
      const at = [0, 1, 2, 3].find((place) => (one[place] ?? 0) !== (other[place] ?? 0)) ?? 0;
      return (other[at] ?? 0) - (one[at] ?? 0);
    });
  if (highest === undefined) return '1.0.0';
  return [...highest.slice(0, -1), (highest.at(-1) ?? 0) + 1].join('.');
}

/** The version under which a changed text is offered to be saved: the one it says, or after the highest where that is taken. */
export function versionToWrite(text: string, versions: readonly { readonly version: string }[]): string {
  const written = versionIn(text);
  const isTaken = versions.some(({ version }) => version === written);
  return isTaken || written === '' ? versionAfter(versions.map(({ version }) => version)) : written;
}

const numbersOf = (version: string): readonly number[] =>
  (version.split('-')[0] ?? '').split('.').map(Number);

/** The front matter with its two lines of ---; empty where a text has none. */
function frontOf(text: string): string {
  return /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/.exec(text)?.[0] ?? '';
}
