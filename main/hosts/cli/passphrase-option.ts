import { Failure } from '../../contract/failure.ts';
import type { OptionSpec, Session } from './command.ts';
import type { Given } from './given.ts';
import { plain } from './page.ts';
import { readTextArgument } from './read-text-argument.ts';

/** `--passphrase-file FILE`: never the passphrase itself, which other programs could see on the command line. */
export const passphraseOption: OptionSpec = {
  value: 'FILE',
  help: {
    zh: '口令所在的文本文件（取第一行）；口令不写在命令里，以免被别的程序看到',
    en: 'the text file that holds the passphrase, its first line; on the command line others could see it',
  },
};

/** The passphrase of `--passphrase-file`; undefined without it. Throws `file-missing`, `passphrase-empty`. */
export async function givenPassphrase(given: Given, session: Session): Promise<string | undefined> {
  const path = given.text('passphrase-file');
  if (path === undefined) return undefined;
  const text = await readTextArgument(path, session, 'passphrase-characters');
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (first !== '') return first;
  throw new Failure(
    'passphrase-empty',
    {
      zh: `「${plain(path)}」的第一行是空的，没有口令`,
      en: `The first line of “${plain(path)}” is empty: there is no passphrase`,
    },
    { zh: '请把口令写在第一行', en: 'Put the passphrase on the first line' },
  );
}
