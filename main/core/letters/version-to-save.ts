import { Failure } from '../../contract/failure.ts';
import { badVersion, compareVersions, isVersion, nextVersion } from './template-version.ts';

/**
 * A new version of a template or clause as it is to be saved. One that is not newer than `newest` gets the next number with `bump`.
 * Throws `bad-template-version`, and without `bump` `template-version-old`.
 */
export function versionToSave(
  given: { readonly version: string; readonly text: string },
  newest: string | undefined,
  bump: boolean,
): { readonly version: string; readonly text: string } {
  const isOld = newest !== undefined && compareVersions(given.version, newest) <= 0;
  const version = isOld && bump ? nextVersion(newest) : given.version;
  if (!isVersion(version)) throw badVersion(version);
  if (isOld && !bump) throw oldVersion(given.version, newest);
  return { version, text: version === given.version ? given.text : withVersion(given.text, version) };
}

/** The highest of some versions; undefined for none. */
export const newestVersion = (versions: readonly string[]): string | undefined =>
  versions.toSorted((one, other) => compareVersions(other, one))[0];

/** The text with another version in its front matter; in quotes where YAML would take it for a number. */
function withVersion(text: string, version: string): string {
  const written = /^\d+(\.\d+)?$/.test(version) ? `'${version}'` : version;
  return text.replace(/^(version:[ \t]*).*?([ \t]*)$/m, `$1${written}$2`);
}

const oldVersion = (version: string, newest: string): Failure =>
  new Failure(
    'template-version-old',
    { zh: `版本 ${version} 不比已有的 ${newest} 新`, en: `Version ${version} is not newer than ${newest}` },
    {
      zh: `请在文件头把 version 改成 ${nextVersion(newest)} 或更高`,
      en: `Write version: ${nextVersion(newest)} or higher in the front matter`,
    },
  );
