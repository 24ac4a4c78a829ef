import { judgeBag } from '../main/core/bundle/judge-bag.ts';
import type { Localized } from '../main/contract/language.ts';
import { droppedFiles } from './dropped-files.ts';
import { parseReport, type JsonSchema } from './parse-report.ts';
import { readFolder, type FolderFile } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { both, resultOf, type Finding } from './show-result.ts';
import { words } from './words.ts';
import { NotAZip } from './zip-directory.ts';

// The page verify.html: everything happens in it, nothing leaves the computer. tools/verifier-page.ts puts the schema in.
declare const reportSchema: JsonSchema;

const find = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page lacks #${id}`);
  return found;
};
const input = (id: string): HTMLInputElement => {
  const found = find(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`#${id} is no input`);
  return found;
};

const result = find('result');
const status = find('status');
const place = find('place');
/** Counts what was begun: what an earlier run finds later is not shown. */
let latest = 0;

/** Shows progress while `work` reads, then what it found, or the one thing that it says instead. */
async function run(
  name: string,
  work: (onBytes: (done: number, total: number) => void) => Promise<Finding | Localized>,
): Promise<void> {
  latest += 1;
  const mine = latest;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', `${words.reading.zh} ${words.reading.en}`);
  result.replaceChildren();
  status.replaceChildren(
    both('p', { zh: `${words.reading.zh}：${name}`, en: `${words.reading.en}: ${name}` }),
    bar,
  );
  try {
    const finding = await work((done, total) => {
      bar.value = total === 0 ? 1 : done / total;
    });
    if (mine !== latest) return;
    if ('zh' in finding) return tell(finding);
    status.replaceChildren();
    result.replaceChildren(...resultOf(finding));
    const heading = result.querySelector('h2');
    if (heading instanceof HTMLElement) heading.focus();
  } catch (error) {
    if (mine === latest) tell(error instanceof NotAZip ? words.notAZip : unreadable(error));
  }
}

function unreadable(error: unknown): Localized {
  const detail = error instanceof Error ? error.message : String(error);
  return { zh: `${words.unreadable.zh}${detail}`, en: `${words.unreadable.en}${detail}` };
}

/** Says one thing in place of a result. */
function tell(text: Localized): void {
  latest += 1;
  result.replaceChildren();
  status.replaceChildren(both('p', text, 'problem'));
}

async function verifyZip(file: File): Promise<void> {
  if (typeof DecompressionStream === 'undefined') return tell(words.oldBrowser);
  return run(file.name, async (onBytes) => {
    const read = await readZip(file, onBytes);
    const [only] = read.entries;
    if (read.entries.length === 1 && only?.refused?.en === 'it is encrypted') return words.encrypted;
    return { name: file.name, ...judged(read), entries: read.entries, ignored: [] };
  });
}

async function verifyFolder(files: readonly FolderFile[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return tell(words.noFiles);
  const name = first.path.split('/')[0] ?? '';
  return run(name, async (onBytes) => {
    const read = await readFolder(files, onBytes);
    return { name, ...judged(read), entries: read.entries, ignored: read.ignored };
  });
}

function judged(read: Parameters<typeof judgeBag>[0]): Pick<Finding, 'verification' | 'report'> {
  let report: Finding['report'] = null;
  const verification = judgeBag(read, (bytes) => {
    report = parseReport(bytes, reportSchema);
    return report;
  });
  return { verification, report };
}

const zipInput = input('zip');
const folderInput = input('folder');
find('choose-zip').addEventListener('click', () => zipInput.click());
find('choose-folder').addEventListener('click', () => folderInput.click());
zipInput.addEventListener('change', () => {
  const [file] = zipInput.files ?? [];
  if (file !== undefined) void verifyZip(file);
  zipInput.value = '';
});
folderInput.addEventListener('change', () => {
  const files = [...(folderInput.files ?? [])];
  void verifyFolder(files.map((file) => ({ path: file.webkitRelativePath, file })));
  folderInput.value = '';
});
for (const kind of ['dragenter', 'dragover'] as const) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) place.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  place.classList.remove('over');
  if (event.dataTransfer === null) return;
  void droppedFiles(event.dataTransfer).then(
    (dropped) => {
      if (dropped.kind === 'file') return verifyZip(dropped.file);
      if (dropped.kind === 'folder') return verifyFolder(dropped.files);
      return tell(words.oneThing);
    },
    (error: unknown) => tell(unreadable(error)),
  );
});
