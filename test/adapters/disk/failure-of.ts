import { Failure, Failures } from '../../../main/contract/failure.ts';

/** The failure that a promise is refused with; anything else thrown stays what it was. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failures) return error.all[0] ?? error;
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
