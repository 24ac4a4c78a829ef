import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createZip } from '../../main/adapters/zip/zip.ts';
import { Failure } from '../../main/contract/failure.ts';
import { isReadWhole } from '../../main/core/bundle/judge-bag.ts';
import { verifyBundle } from '../../main/core/bundle/verify-bundle.ts';
import { quietContext } from '../adapters/zip/quiet-context.ts';
import { newFolder } from '../methods/bundle-world.ts';

/** A verdict on a bundle: whole or not, each difference as code and path, or the one problem told instead. */
export interface Verified {
  readonly verdict: string;
  readonly differences: readonly string[];
  readonly problem: string;
}

const zip = createZip();

/** What `yinqi verify` says of a zip. */
export async function byYinqi(bytes: Buffer): Promise<Verified> {
  const path = join(newFolder(), 'b.zip');
  writeFileSync(path, bytes);
  try {
    const read = await zip.read({ absolutePath: path, name: 'b.zip' }, isReadWhole, quietContext());
    const { verdict, differences } = verifyBundle(read);
    return {
      verdict: verdict === 'whole' ? 'whole' : 'spoiled',
      differences: differences.map((one) => `${one.code} ${one.path}`).sort(),
      problem: '',
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { verdict: '', differences: [], problem: error.code };
  }
}

/** What the page and `yinqi verify` must agree on: not the words for a problem, but that there is one. */
export const agreed = ({ problem, ...rest }: Verified) => ({
  ...rest,
  hasProblem: problem !== '',
});
