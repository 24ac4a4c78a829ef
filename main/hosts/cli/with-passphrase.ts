import { Failure } from '../../contract/failure.ts';
import type { Session } from './command.ts';
import type { Given } from './given.ts';
import { wrongUse } from './parse-command-line.ts';
import { givenPassphrase } from './passphrase-option.ts';

/** The environment variable that holds a passphrase where no file is named. */
export const passphraseVariable = 'YINQI_PASSPHRASE';

const question = { zh: '口令：', en: 'Passphrase: ' };
const again = { zh: '再输一遍：', en: 'Once more: ' };

/**
 * Opens what may be encrypted: with the passphrase of --passphrase-file; else without one and, only where that is asked for, with that of
 * YINQI_PASSPHRASE or the one typed in at a prompt. Throws `passphrase-needed` where nobody can be asked.
 */
export async function withPassphrase<T>(
  given: Given,
  session: Session,
  open: (secret: { readonly passphrase?: string }) => Promise<T>,
): Promise<T> {
  const passphrase = await givenPassphrase(given, session);
  if (passphrase !== undefined) return open({ passphrase });
  try {
    return await open({});
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'passphrase-needed') throw error;
    const found =
      session.variable(passphraseVariable) ?? (await session.askSecret(question[session.language]));
    if (found === null) throw error;
    return open({ passphrase: found });
  }
}

/** The passphrase to encrypt with: of --passphrase-file, of YINQI_PASSPHRASE, or typed in twice. Throws `wrong-use` where there is none. */
export async function passphraseToEncrypt(given: Given, session: Session): Promise<string> {
  const known = (await givenPassphrase(given, session)) ?? session.variable(passphraseVariable);
  if (known !== undefined) return known;
  const first = await session.askSecret(question[session.language]);
  if (first === null) {
    throw wrongUse(
      '要加密，但没有口令',
      'There is no passphrase to encrypt with',
      '请用 --passphrase-file 指定口令文件，或设环境变量 YINQI_PASSPHRASE',
      'Name a file by --passphrase-file, or set YINQI_PASSPHRASE',
    );
  }
  if ((await session.askSecret(again[session.language])) === first) return first;
  throw wrongUse('两次输入的口令不一样', 'The two passphrases differ', '请重新运行', 'Run it again');
}
