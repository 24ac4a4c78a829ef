import { Failure } from '../../contract/failure.ts';

/** Fewer characters are tried out too fast: the AES of zip files slows each try down by 1,000 rounds only. Our own threshold. */
export const minPassphraseChars = 12;
const minDifferentChars = 6;
const maxPassphraseChars = 128;

const advice = {
  zh: '例如四五个互不相关的英文词，中间用空格或连字符隔开；请另行告诉收件人，不要和文件一起发送',
  en: 'For example four or five unrelated words with blanks or hyphens between them; tell the recipient by another way than the file',
};

/**
 * Refuses a passphrase to encrypt with that is empty, too weak, or holds characters that programs encode differently
 * (`passphrase-empty`, `passphrase-weak`, `passphrase-characters`). Throws a Failure.
 */
export function requirePassphrase(passphrase: string): void {
  if (passphrase === '') {
    throw new Failure(
      'passphrase-empty',
      { zh: '口令为空，没有加密', en: 'The passphrase is empty' },
      advice,
    );
  }
  if (!/^[\x20-\x7e]*$/.test(passphrase)) {
    throw new Failure(
      'passphrase-characters',
      {
        zh: '口令含有中文或其他特殊字符：不同系统的解压软件对它们编码不同，收件人可能打不开',
        en: 'The passphrase holds characters beyond ASCII: unzip programs encode them differently, and the recipient may not get in',
      },
      {
        zh: '请只用英文字母、数字、空格和常见符号',
        en: 'Use letters from A to Z, digits, blanks and common signs only',
      },
    );
  }
  const length = passphrase.length;
  if (length > maxPassphraseChars || passphrase.trim() !== passphrase) {
    throw new Failure(
      'passphrase-characters',
      length > maxPassphraseChars
        ? {
            zh: `口令有 ${length} 个字符，超过 ${maxPassphraseChars} 个`,
            en: `The passphrase has ${length} characters, more than ${maxPassphraseChars}`,
          }
        : {
            zh: '口令的开头或结尾是空格，转告时容易丢失',
            en: 'The passphrase begins or ends with a blank, which is easily lost when it is passed on',
          },
      { zh: '请改一个口令', en: 'Choose another one' },
    );
  }
  const different = new Set(passphrase).size;
  if (length < minPassphraseChars || different < minDifferentChars) {
    throw new Failure(
      'passphrase-weak',
      length < minPassphraseChars
        ? {
            zh: `口令只有 ${length} 个字符，至少要 ${minPassphraseChars} 个`,
            en: `The passphrase has ${length} characters; at least ${minPassphraseChars} are needed`,
          }
        : {
            zh: `口令只用了 ${different} 种字符，至少要 ${minDifferentChars} 种`,
            en: `The passphrase uses ${different} different characters; at least ${minDifferentChars} are needed`,
          },
      advice,
    );
  }
}
