import type { FileInspection, ScanPage } from '../../contract/files.ts';
import type { Filing } from '../../contract/letter-results.ts';
import type { Localized } from '../../contract/language.ts';
import type { LetterState } from '../letters/letter-state.ts';

/** A filing before its language is chosen: `inLanguage` makes a Filing of it. */
export type JudgedFiling = Omit<Filing, 'unfiled'> & {
  readonly unfiled: readonly { readonly source: string; readonly index: number; readonly why: Localized }[];
};

/** One scan, under the name it was given by. */
export interface ScanToFile {
  readonly source: string;
  readonly inspection: FileInspection;
}

/**
 * Files scanned pages to the letters they belong to, by the code printed on each. `letters` are the letters as they
 * would be printed now: a page of another revision is outdated, one of another dossier or an unknown letter foreign.
 * A letter is complete when every one of its pages is there and current.
 */
export function fileScans(input: {
  readonly inspections: readonly ScanToFile[];
  readonly letters: readonly LetterState[];
}): JudgedFiling {
  const pages: Filing['pages'] = [];
  const unfiled: JudgedFiling['unfiled'][number][] = [];
  const why = withoutCode(input.letters);
  for (const { source, inspection } of input.inspections) {
    const seen = inspection.pages ?? [];
    for (const page of seen) {
      if (page.code === undefined) unfiled.push({ source, index: page.index, why });
      else pages.push(fileOf(source, page, page.code, input.letters));
    }
    if (inspection.problem !== undefined) {
      unfiled.push({ source, index: seen.length, why: whyUnread(inspection) });
    } else if (seen.length === 0) {
      unfiled.push({ source, index: 0, why: notAScan });
    }
    const total = inspection.pdf?.pages ?? seen.length;
    if (total > seen.length && seen.length > 0) {
      unfiled.push({ source, index: seen.length, why: tooMany(seen.length, total) });
    }
  }
  return {
    schema: 'yinqi/filing@1',
    pages,
    unfiled,
    letters: input.letters.map((letter) => completenessOf(letter, pages)),
  };
}

function fileOf(
  source: string,
  page: ScanPage,
  code: NonNullable<ScanPage['code']>,
  letters: readonly LetterState[],
): Filing['pages'][number] {
  const letter = letters.find((one) => one.letter === code.letter && one.dossier === code.dossier);
  const state = letter === undefined ? 'foreign' : letter.revision === code.revision ? 'current' : 'outdated';
  return {
    source,
    index: page.index,
    letter: code.letter,
    revision: code.revision,
    page: code.page,
    pages: code.pages,
    state,
    rotated: page.rotated ?? 0,
  };
}

function completenessOf(letter: LetterState, pages: Filing['pages']): Filing['letters'][number] {
  const filed = pages.filter((page) => page.letter === letter.letter && page.state !== 'foreign');
  const current = filed.filter((page) => page.state === 'current');
  // While data is missing the number of pages is unknown: what a print says of itself is the best answer.
  const count = letter.pages ?? Math.max(1, ...filed.map((page) => page.pages));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !current.some((page) => page.page === number),
  );
  return {
    id: letter.letter,
    complete: letter.revision !== null && missing.length === 0,
    missing,
    ...(letter.pageCode === 'off' ? { pageCode: 'off' as const } : {}),
  };
}

const noCode: Localized = {
  zh: '这一页上没有找到页码标识：可能不是本程序打印的函件、标识被遮住，或扫描分辨率太低。请以 200 dpi 以上重新扫描，或手动放到对应的函件下',
  en: 'No page code was found on this page: it may be no letter printed by Yinqi, its code covered, or the scan too coarse. Scan it again at 200 dpi or more, or put it under its letter by hand',
};

/** Why a page without a code is not filed, and which letters of the dossier print none. */
function withoutCode(letters: readonly LetterState[]): Localized {
  const uncoded = letters.filter(({ pageCode }) => pageCode === 'off');
  if (uncoded.length === 0) return noCode;
  const zh = uncoded.map(({ title, letter }) => `《${title?.zh ?? letter}》`).join('');
  const en = uncoded.map(({ title, letter }) => `“${title?.en ?? letter}”`).join(', ');
  return {
    zh: `${noCode.zh}。${zh}不印页码标识，只能手动归档`,
    en: `${noCode.en}. ${en} bear no page code and are filed by hand alone`,
  };
}

const notAScan: Localized = {
  zh: '这个文件不是扫描件：需要 PDF 或 JPG、PNG、TIFF、HEIC 图片',
  en: 'This file is no scan: a PDF or a JPG, PNG, TIFF or HEIC picture is wanted',
};

const tooMany = (measured: number, total: number): Localized => ({
  zh: `文件共 ${total} 页，只看了前 ${measured} 页。请拆分成较小的文件后再归档其余页面`,
  en: `The file has ${total} pages; only the first ${measured} were looked at. Split it to file the rest`,
});

function whyUnread({ problem, problemDetail }: FileInspection): Localized {
  const detail = problemDetail === undefined ? '' : `：${problemDetail}`;
  const detailEn = problemDetail === undefined ? '' : `: ${problemDetail}`;
  switch (problem) {
    case 'missing':
      return { zh: '找不到这个文件', en: 'There is no such file' };
    case 'not-a-file':
      return { zh: '这不是普通文件', en: 'This is no regular file' };
    case 'empty':
      return { zh: '文件是空的', en: 'The file is empty' };
    case 'encrypted':
      return {
        zh: '文件有密码保护，请去掉密码后再归档',
        en: 'The file is protected by a password: remove it and file the scan again',
      };
    case 'too-large':
      return {
        zh: `文件太大${detail}，请拆分或降低分辨率`,
        en: `The file is too large${detailEn}: split it or scan it at a lower resolution`,
      };
    case 'unsupported':
      return notAScan;
    default:
      return {
        zh: `文件读不出来，可能已损坏${detail}。请重新扫描`,
        en: `The file cannot be read and may be damaged${detailEn}. Scan it again`,
      };
  }
}
