import { Failure } from '../../contract/failure.ts';

const shape = /^\d{1,6}(\.\d{1,6}){0,3}(-[0-9a-z]{1,20})?$/;

/** Whether a text can be the version of a template: 2, 1.0.0, 1.2.0-draft. It is also the name of a folder. */
export const isVersion = (text: string): boolean => shape.test(text);

/** Orders versions, the older first: by their numbers, missing ones are 0; one with a word behind it goes before the one without. */
export function compareVersions(one: string, other: string): number {
  const [[ours, ourWord], [theirs, theirWord]] = [partsOf(one), partsOf(other)];
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (ourWord === theirWord) return 0;
  if (ourWord === '' || theirWord === '') return ourWord === '' ? 1 : -1;
  return ourWord < theirWord ? -1 : 1;
}

function partsOf(version: string): readonly [readonly number[], string] {
  const [numbers = '', word = ''] = version.split('-');
  return [numbers.split('.').map((part) => Number(part) || 0), word];
}

/** The version after this one: its last number one higher. */
export function nextVersion(version: string): string {
  const [numbers] = partsOf(version);
  return [...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1].join('.');
}

/** A version that cannot be a folder's name. */
export const badVersion = (version: string): Failure =>
  new Failure(
    'bad-template-version',
    { zh: `模板版本「${version}」不合写法`, en: `“${version}” is no version of a template` },
    { zh: '请写成 1.0.0 或 1.1 的样子', en: 'Write it like 1.0.0 or 1.1' },
  );
