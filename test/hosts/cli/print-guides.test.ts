import { expect, test } from 'vitest';
import { runWith } from './run-with-fake-app.ts';

const printed = async (...options: readonly string[]) => {
  const result = await runWith(['letters', 'd', '--out', 'o', ...options], {
    'letters.write': () => ({ written: [], held: [], left: [], listed: [] }),
  });
  const write = result.seen.find(({ name }) => name === 'letters.write');
  return { ...result, input: write?.input };
};

test('guides print light with one across the pages unless told otherwise', async () => {
  expect((await printed()).input).toMatchObject({ guides: 'light', crossPageSeal: true });
  expect((await printed('--guides', 'none')).input).toMatchObject({ guides: 'none' });
  expect((await printed()).input).not.toHaveProperty('pageCode');
  expect((await printed('--no-page-code')).input).toMatchObject({ pageCode: 'off' });
  expect((await printed('--no-cross-page-seal')).input).toMatchObject({
    guides: 'light',
    crossPageSeal: false,
  });
});

test('another word for the guides is wrong use, and the words that there are are named', async () => {
  const { code, err } = await printed('--guides', 'ligth');
  expect(code).toBe(2);
  expect(err).toContain('light');
  expect(err).toContain('none');
});
