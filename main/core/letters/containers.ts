import type { Failure } from '../../contract/failure.ts';
import { nearName } from '../near-name.ts';
import { templateFault } from './template-fault.ts';

const containerKinds = [
  'salutation',
  'particulars',
  'note',
  'centre',
  'end',
  'handwritten',
  'signature',
] as const;
export type ContainerKind = (typeof containerKinds)[number];

/** A stretch of a wording: Markdown, or what stands between `::: kind` and `:::`. */
export interface Section {
  readonly kind: ContainerKind | 'markdown';
  readonly lines: readonly string[];
}

const fence = /^:::\s*(\S*)\s*$/;

const isKind = (name: string): name is ContainerKind => (containerKinds as readonly string[]).includes(name);

/** Cuts a wording whose containers are in order into its sections. */
export function splitSections(wording: string): readonly Section[] {
  const sections: { readonly kind: Section['kind']; readonly lines: string[] }[] = [
    { kind: 'markdown', lines: [] },
  ];
  for (const line of wording.split('\n')) {
    const name = fence.exec(line)?.[1];
    if (name === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ kind: isKind(name) ? name : 'markdown', lines: [] });
  }
  return sections;
}

/** What is wrong with the containers of a wording: unknown ones, ones inside others, ones that do not end. */
export function containerFaults(wording: string, fileName: string): readonly Failure[] {
  const faults: Failure[] = [];
  let opened: number | null = null;
  for (const [index, line] of wording.split('\n').entries()) {
    const name = fence.exec(line)?.[1];
    if (name === undefined) continue;
    const at = index + 1;
    if (name === '') {
      if (opened === null) faults.push(fault(fileName, at, 'stray', ''));
      opened = null;
      continue;
    }
    if (opened !== null) faults.push(fault(fileName, opened, 'open', ''));
    if (!isKind(name)) faults.push(fault(fileName, at, 'unknown', name));
    opened = at;
  }
  if (opened !== null) faults.push(fault(fileName, opened, 'open', ''));
  return faults;
}

function fault(fileName: string, line: number, what: 'stray' | 'open' | 'unknown', name: string): Failure {
  switch (what) {
    case 'stray':
      return templateFault(
        fileName,
        line,
        { zh: '多了一个 ::: 结束行', en: 'a ::: closes nothing' },
        { zh: '请删去这一行，或在前面补上 ::: 加名称', en: 'Remove it, or open a container before it' },
      );
    case 'open':
      return templateFault(
        fileName,
        line,
        { zh: '这个 ::: 块没有结束', en: 'this ::: container is not closed' },
        { zh: '请在块末尾加一行 :::', en: 'Add a line of ::: at its end' },
      );
    case 'unknown': {
      const near = nearName(name, containerKinds);
      return templateFault(
        fileName,
        line,
        { zh: `没有名为「${name}」的块`, en: `there is no container “${name}”` },
        near === undefined
          ? { zh: `可用的块：${containerKinds.join('、')}`, en: `There are: ${containerKinds.join(', ')}` }
          : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
      );
    }
  }
}
