import { randomBytes } from 'node:crypto';

/**
 * Makes the function that logs what is neither a finding nor a failure. The id it answers is shown to the user and
 * stands in front of the log entry, so that the two can be brought together.
 */
export function createBugLog(
  write: (text: string) => void,
  version: string,
): (error: unknown, where: string) => string {
  return (error, where) => {
    const id = randomBytes(4).toString('hex');
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    write(`[bug ${id}] yinqi ${version}, ${where}\n${details}\n`);
    return id;
  };
}
