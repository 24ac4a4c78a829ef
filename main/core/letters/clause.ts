import { z } from 'zod';
import { Failures, type Failure } from '../../contract/failure.ts';
import { localizedSchema } from '../../contract/language.ts';
import { compileWording } from './compile-wording.ts';
import { containerFaults } from './containers.ts';
import { cutFrontMatter, readFrontMatter } from './front-matter.ts';
import { shortHash } from './page-code.ts';
import { templateFault } from './template-fault.ts';

const clauseSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  kind: z.literal('clause'),
  title: localizedSchema,
  version: z.string(),
  /** The clauses of the platform's rules that it rests on; a team's own may rest on none. */
  cites: z.array(z.string()).default([]),
});

/** Wording that several letters share: they take it in by its id. */
export interface Clause extends Readonly<z.infer<typeof clauseSchema>> {
  readonly fileName: string;
  /** Shipped with the app, or the team's own. */
  readonly origin: 'app' | 'team';
  /** A hash of its words. */
  readonly digest: string;
  /** Its lines, without blank ones at either end, each with its number in the file, from 1. */
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

/** The clauses that a wording may take in. */
export interface Clauses {
  /** Every one there is, usable or not, sorted. */
  readonly names: readonly string[];
  readonly usable: ReadonlyMap<string, Clause>;
  /** By clause, what is wrong with its newer versions, or with all where it cannot be used. */
  readonly faults: ReadonlyMap<string, readonly Failure[]>;
}

/** Where there are no clauses. */
export const noClauses: Clauses = { names: [], usable: new Map(), faults: new Map() };

/** The beginning of a tag that takes a clause in. */
export const clauseTag = /\{%-?\s*clause\b/;

/** Whether a text says of itself that it is a clause, and no letter's template. */
export function isClauseSource(source: string): boolean {
  const [, front = ''] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source) ?? [];
  return /^kind:[ \t]*["']?clause["']?[ \t]*(?:#.*)?$/m.test(front);
}

/**
 * Reads a clause: YAML front matter with `kind: clause`, then wording as in a letter, with the variables that every letter has.
 * A clause takes in no other. Throws Failures, each with file, line and a suggestion.
 */
export function parseClause(source: string, fileName: string, origin: Clause['origin'] = 'app'): Clause {
  const { front, body } = cutFrontMatter(source, fileName, 'id, kind, title, version, cites');
  const head = readFrontMatter(front, fileName, clauseSchema);
  const faults: Failure[] = [];
  const bare = body.split('\n').map((text, index) => {
    if (!clauseTag.test(text)) return text;
    faults.push(nestedClause(fileName, index + 1));
    return '';
  });
  faults.push(...containerFaults(bare.join('\n'), fileName));
  compileWording(bare.join('\n'), fileName, faults);
  const lines = wordedLines(body);
  if (lines.length === 0) faults.push(emptyClause(fileName, body.split('\n').length));
  const [first, ...others] = faults;
  if (first !== undefined) throw new Failures([first, ...others]);
  return { ...head, fileName, origin, digest: shortHash(lines.map(({ text }) => text).join('\n'), 8), lines };
}

function wordedLines(body: string): Clause['lines'] {
  const lines = body.split('\n').map((text, index) => ({ text, line: index + 1 }));
  const isWorded = ({ text }: { readonly text: string }): boolean => text.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isWorded)), lines.findLastIndex(isWorded) + 1);
}

const nestedClause = (fileName: string, line: number): Failure =>
  templateFault(
    fileName,
    line,
    { zh: '共用条款里不能再引用共用条款', en: 'a shared clause cannot take in another' },
    {
      zh: '请在函件模板里依次引用这两个条款',
      en: 'Take both in where the letter’s template has them, one after the other',
    },
  );

const emptyClause = (fileName: string, line: number): Failure =>
  templateFault(
    fileName,
    line,
    { zh: '共用条款没有正文', en: 'the shared clause has no wording' },
    { zh: '请在文件头之后写条款的文字', en: 'Write its words after the front matter' },
  );
