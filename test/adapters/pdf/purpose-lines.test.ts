import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { createPurposeLines } from '../../../main/adapters/pdf/purpose-lines.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

test.each(['护照.jpg', '护照.pdf'])(
  'a file that cannot be read is no PDF that cannot be taken: %s',
  async (name) => {
    const lines = createPurposeLines(temporaryFolder(), createPictures());
    const file = { absolutePath: join(temporaryFolder(), name), name };
    const failure = await failureOf(lines.draw(file, '仅用于上架审核'));
    expect(failure.code).toBe('unreadable-file');
    expect(failure.text.zh).toContain(`「${name}」`);
    expect(failure.text.en).toContain(`“${name}”`);
  },
);
