import type { Failure } from '../../contract/failure.ts';
import { nearName } from '../near-name.ts';
import { clauseTag, type Clause, type Clauses } from './clause.ts';
import { TemplateFault, templateFault } from './template-fault.ts';

/** A wording with the words of its clauses in place of their tags. */
export interface ExpandedWording {
  readonly text: string;
  /** Those that it takes in, each once, sorted by id. */
  readonly clauses: readonly Clause[];
  /** A fault of the text where its author finds it: of a clause's words in the clause's file, else in the template's own line. */
  placed(fault: Failure): Failure;
}

const ownLine = /^([ \t]*)\{%-?\s*clause\s+(?:"([^"]*)"|'([^']*)')\s*-?%\}[ \t]*$/;

/** The ids in the tags of a wording that take clauses in, each once, known or not. */
export function clauseIds(text: string): readonly string[] {
  if (!clauseTag.test(text)) return [];
  return [...new Set(text.split(/\r\n|\n|\r/).flatMap((line) => idIn(ownLine.exec(line)) ?? []))];
}

const idIn = (match: RegExpExecArray | null): string | undefined => match?.[2] ?? match?.[3];

/**
 * Puts the words of each `{% clause "id" %}`, a line of its own, in its place, as deep as the tag stands. What is wrong with the tags is
 * added to `faults`: an unknown clause with the near name, one that cannot be used, a tag that is not alone on its line.
 */
export function expandClauses(
  body: string,
  fileName: string,
  clauses: Clauses,
  faults: Failure[],
): ExpandedWording {
  const used = new Map<string, Clause>();
  const lines: {
    readonly text: string;
    readonly line: number;
    readonly clause?: Clause;
    readonly at?: number;
  }[] = [];
  const figures = listFigures();
  for (const [index, text] of body.split('\n').entries()) {
    const line = index + 1;
    const match = ownLine.exec(text);
    const id = idIn(match);
    const clause = id === undefined ? undefined : clauses.usable.get(id);
    if (clause !== undefined) {
      used.set(clause.id, clause);
      const indent = match?.[1] ?? '';
      // A clause is blocks of its own, whether or not there is a blank line beside its tag.
      const beginning = indent + (clause.lines[0]?.text ?? '');
      if (runsTogether(lines.at(-1)?.text, beginning)) lines.push({ text: '', line });
      for (const one of clause.lines) {
        const text = figures.next(one.text === '' ? '' : indent + one.text);
        lines.push({ text, line: one.line, clause, at: line });
      }
      continue;
    }
    const fault = id === undefined ? tagFault(text, fileName, line) : idFault(id, clauses, fileName, line);
    if (fault !== null) faults.push(fault);
    const before = lines.at(-1);
    if (before?.clause !== undefined && runsTogether(before.text, text)) lines.push({ text: '', line });
    figures.see(text);
    lines.push({ text: fault === null ? text : '', line });
  }
  return {
    text: lines.map(({ text }) => text).join('\n'),
    clauses: [...used.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    placed(fault) {
      if (!(fault instanceof TemplateFault)) return fault;
      const place = lines[fault.line - 1];
      if (place === undefined) return fault;
      const { clause, line, at } = place;
      if (clause === undefined || at === undefined)
        return templateFault(fileName, line, fault.what, fault.hint);
      const hint = {
        zh: `${fault.hint.zh}（${fileName} 第 ${at} 行引用了这个条款）`,
        en: `${fault.hint.en} (${fileName} takes this clause in at line ${at})`,
      };
      return templateFault(clause.fileName, line, fault.what, hint, at);
    },
  };
}

/**
 * Figures of list items as a careful author goes on counting: they print nothing, but wording that moves into a clause or out of
 * it stays the same text.
 */
function listFigures(): { see(line: string): void; next(line: string): string } {
  const item = /^([ \t]*)(\d+)\.(?= )/;
  const last = new Map<string, number>();
  const see = (line: string): void => {
    const [, indent, figure] = item.exec(line) ?? [];
    if (indent !== undefined) last.set(indent, Number(figure));
    else if (/^[^ \t{]/.test(line)) last.clear();
  };
  return {
    see,
    next(line) {
      const counted = line.replace(item, (written, indent: string) => {
        const before = last.get(indent);
        return before === undefined ? written : `${indent}${before + 1}.`;
      });
      see(counted);
      return counted;
    },
  };
}

const listItem = /^\s*\d+\. /;

/** Whether Markdown would take two lines, one of a clause and one beside it, for one paragraph: items of a list are told apart by their figures. */
function runsTogether(above: string | undefined, below: string): boolean {
  const isOpen = (line: string): boolean => line.trim() !== '' && !/^\s*(?::::|\{%)/.test(line);
  if (above === undefined || !isOpen(above) || !isOpen(below)) return false;
  return !(listItem.test(above) && listItem.test(below));
}

/** The text of a template with the words of its clauses in place of their tags; the same text where it has none. */
export function withClausesInPlace(source: string, clauses: readonly Clause[]): string {
  if (clauses.length === 0) return source;
  const usable = new Map(clauses.map((clause) => [clause.id, clause]));
  const body = source.split(/\r\n|\n|\r/).join('\n');
  return expandClauses(body, '', { names: [...usable.keys()], usable, faults: new Map() }, []).text;
}

/** Full-width marks inside a tag are found with those of all other tags, and one that does not end as well. */
function tagFault(text: string, fileName: string, line: number): Failure | null {
  if (!clauseTag.test(text)) return null;
  const tag = /\{%-?\s*clause\b.*?%\}/.exec(text)?.[0];
  if (tag === undefined || /[“”‘’]/.test(tag)) return null;
  return templateFault(
    fileName,
    line,
    {
      zh: `引用共用条款的标签写法不对：${tag}`,
      en: `this is not how a shared clause is taken in: ${tag}`,
    },
    {
      zh: '请让 {% clause "条款编号" %} 独占一行，编号放在半角引号里',
      en: 'Write {% clause "id" %} on a line of its own, the id in straight quotes',
    },
  );
}

function idFault(id: string, { names, faults }: Clauses, fileName: string, line: number): Failure {
  const [why] = faults.get(id) ?? [];
  if (why !== undefined) {
    return templateFault(
      fileName,
      line,
      {
        zh: `共用条款「${id}」有错，不能引用：${why.text.zh}`,
        en: `the shared clause “${id}” has faults and cannot be taken in: ${why.text.en}`,
      },
      why.hint,
    );
  }
  const near = nearName(id, names);
  return templateFault(
    fileName,
    line,
    { zh: `没有名为「${id}」的共用条款`, en: `there is no shared clause “${id}”` },
    near !== undefined
      ? { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` }
      : names.length === 0
        ? { zh: '现在还没有共用条款，请先存一个', en: 'There are none yet: save one first' }
        : { zh: `现有条款：${names.join('、')}`, en: `There are: ${names.join(', ')}` },
  );
}
