import type { Requirement, Requirements } from '../../../main/contract/report.ts';

/** What is newly asked for, and what falls away. */
export type Changes = NonNullable<Requirements['changes']>;

type Asked = Pick<Requirement, 'id' | 'title' | 'kind' | 'status'>;

/** What changed between two lists of requirements, read as the host reads a what-if: what is open is not yet asked for. */
export function changesBetween(before: readonly Asked[], after: readonly Asked[]): Changes {
  const certain = new Set(before.filter((one) => one.status !== 'open').map((one) => one.id));
  const left = new Set(after.map((one) => one.id));
  const named = ({ id, title, kind }: Asked) => ({ id, title, kind });
  return {
    added: after.filter((one) => one.status !== 'open' && !certain.has(one.id)).map(named),
    removed: before.filter((one) => !left.has(one.id)).map(named),
  };
}

/** Things by name and statements by number, as people are told of them. */
export interface Told {
  readonly titles: readonly string[];
  readonly statements: number;
}

/** Papers, pictures and texts are worth a name each; statements are many and only counted. */
export function toldOf(list: Changes['added']): Told {
  const things = list.filter((one) => one.kind !== 'attestation');
  return { titles: things.map((one) => one.title), statements: list.length - things.length };
}
