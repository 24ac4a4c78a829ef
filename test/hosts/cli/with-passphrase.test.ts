import { expect, test } from 'vitest';
import { Failure } from '../../../main/contract/failure.ts';
import { runWith } from './run-with-fake-app.ts';

const words = { zh: '', en: '' };
const right = 'copper lantern 42';
const whole = {
  schema: 'yinqi/verification@1',
  verdict: 'whole',
  draft: false,
  files: 1,
  differences: [],
};
/** Verifies as the app does: an encrypted file with its passphrase alone. */
const verifying = {
  'bundle.verify': (input: unknown) => {
    const given = (input as { passphrase?: string }).passphrase;
    if (given === right) return whole;
    throw new Failure(given === undefined ? 'passphrase-needed' : 'passphrase-wrong', words, words);
  },
};
const exporting = {
  'bundle.plan': () => ({ fileName: 'b.zip', entries: [], blockers: [] }),
  'bundle.export': () => ({
    fileName: 'b.zip',
    draft: false,
    sizeBytes: 1,
    fingerprint: 'f'.repeat(64),
    files: 1,
  }),
};
const passphraseOf = (ran: Awaited<ReturnType<typeof runWith>>, method: string): unknown =>
  (ran.seen.findLast(({ name }) => name === method)?.input as { passphrase?: string } | undefined)
    ?.passphrase;

test('an encrypted bundle is opened with the passphrase of the environment, and only when it asks for one', async () => {
  const ran = await runWith(['verify', 'b.zip'], verifying, { env: { YINQI_PASSPHRASE: right } });
  expect(ran.code).toBe(0);
  const plain = await runWith(
    ['verify', 'b.zip'],
    { 'bundle.verify': () => whole },
    { env: { YINQI_PASSPHRASE: right } },
  );
  expect(passphraseOf(plain, 'bundle.verify')).toBe(undefined);
});

test('an encrypted bundle is opened with what is typed at the prompt; where nobody can be asked it is refused', async () => {
  const asked: string[] = [];
  const askSecret = (question: string) => {
    asked.push(question);
    return Promise.resolve(right);
  };
  expect((await runWith(['verify', 'b.zip'], verifying, { askSecret })).code).toBe(0);
  expect(asked).toEqual(['口令：']);
  expect((await runWith(['verify', 'b.zip'], verifying)).code).toBe(2);
});

test('a passphrase to encrypt with is typed twice the same, and is never a word of the command line', async () => {
  const bundle = ['bundle', 'd', '--out', 'b.zip', '--encrypt'];
  const answers = (...all: string[]) => ({ askSecret: () => Promise.resolve(all.shift() ?? null) });
  const ran = await runWith(bundle, exporting, answers(right, right));
  expect(ran.code).toBe(0);
  expect(passphraseOf(ran, 'bundle.export')).toBe(right);
  expect((await runWith(bundle, exporting, answers(right, 'another'))).code).toBe(2);
  const nobody = await runWith(bundle, exporting);
  expect(nobody.code).toBe(2);
  expect(nobody.err).toContain('YINQI_PASSPHRASE');
  expect((await runWith([...bundle, '--passphrase', right], exporting)).code).toBe(2);
});
