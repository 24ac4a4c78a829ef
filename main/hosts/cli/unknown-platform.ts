import type { Failure } from '../../contract/failure.ts';
import { nearName } from '../../core/near-name.ts';
import { plain } from './page.ts';
import { wrongUse } from './parse-command-line.ts';

/** The failure of a --platform that no rulebook describes, with the nearest that there is. */
export function unknownPlatform(given: string, known: readonly string[]): Failure {
  const near = nearName(given, known);
  return wrongUse(
    `没有名为「${plain(given)}」的平台`,
    `There is no platform “${plain(given)}”`,
    `可用的平台：${known.join('、')}${near === undefined ? '' : `；您是不是要用 ${near}？`}`,
    `There are: ${known.join(', ')}${near === undefined ? '' : `. Did you mean ${near}?`}`,
  );
}
