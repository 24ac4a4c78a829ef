import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';

function faultOf(path: string): Localized | null {
  if (path === '' || path.includes('\0')) return { zh: '不是有效的文件路径', en: 'it is no path of a file' };
  if (path.includes('\\')) {
    return { zh: '用了反斜杠，路径要用正斜杠 /', en: 'it holds a backslash; paths take forward slashes' };
  }
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return { zh: '是绝对路径，要从案卷文件夹写起', en: 'it is absolute; paths begin at the dossier folder' };
  }
  const segments = path.split('/');
  if (segments.includes('..')) {
    return { zh: '用「..」离开了案卷文件夹', en: 'it leaves the dossier folder by “..”' };
  }
  if (segments.some((segment) => segment === '' || segment === '.')) {
    return { zh: '含有空的一级', en: 'it has an empty part' };
  }
  return null;
}

/** The failure of a path that leaves the dossier folder, by name or by a link. */
export function outsideFolder(path: string, why: Localized): Failure {
  return new Failure(
    'outside-folder',
    { zh: `路径「${path}」${why.zh}`, en: `The path “${path}” is refused: ${why.en}` },
    {
      zh: '请把文件复制到案卷文件夹里，再写它在其中的路径，例如 documents/business-licence.pdf',
      en: 'Copy the file into the dossier folder and name it from there, for example documents/business-licence.pdf',
    },
  );
}

/** Requires a path inside the dossier folder: relative, forward slashes, no `..`. Throws `outside-folder`. */
export function requireInside(path: string): void {
  // A leading `./` is harmless and common.
  const why = faultOf(plainPath(path));
  if (why !== null) throw outsideFolder(path, why);
}

/** A path as files are listed: without a leading `./`. */
export const plainPath = (path: string): string => path.replace(/^(?:\.\/)+/, '');

/** The failure of a file that the dossier names and that is not there. */
export function fileMissing(path: string): Failure {
  return new Failure(
    'file-missing',
    { zh: `案卷里没有文件「${path}」`, en: `The dossier holds no file “${path}”` },
    {
      zh: '请检查文件名（包括大小写和扩展名），或重新加入这个文件',
      en: 'Check its name, with capitals and ending, or add the file again',
    },
  );
}
