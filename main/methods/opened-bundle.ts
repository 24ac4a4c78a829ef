import { Failure } from '../contract/failure.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { LocalFile } from '../world/local-file.ts';

/**
 * Gives `use` the bundle, decrypted to a scratch file where it is encrypted, which is removed after. Throws `passphrase-needed`,
 * `passphrase-wrong`, `encrypted-damaged`, and `not-encrypted` where a passphrase is given for a plain zip.
 */
export async function withOpenedBundle<T>(
  world: World,
  file: LocalFile,
  passphrase: string | undefined,
  context: CallContext,
  use: (file: LocalFile) => Promise<T>,
): Promise<T> {
  if (passphrase === undefined) {
    if (await world.zip.isEncrypted(file)) throw passphraseNeeded(file);
    return use(file);
  }
  return world.artifacts.inPrivate(async (folder) => {
    const absolutePath = `${folder}/bundle.zip`;
    await world.zip.decrypt(file, absolutePath, passphrase, context);
    return use({ absolutePath, name: file.name });
  });
}

const passphraseNeeded = (file: LocalFile): Failure =>
  new Failure(
    'passphrase-needed',
    { zh: `「${file.name}」已加密，需要口令`, en: `“${file.name}” is encrypted and needs its passphrase` },
    {
      zh: '请向导出的人索取口令；命令行用 --passphrase-file、环境变量 YINQI_PASSPHRASE，或在提示时输入',
      en: 'Ask whoever exported it; on the command line use --passphrase-file, YINQI_PASSPHRASE or the prompt',
    },
  );
