import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FontSet } from '../../../main/contract/laid-out-document.ts';
import type { Rule } from '../../../main/contract/rulebook.ts';
import { layOutPurpose } from '../../../main/core/files/purpose-layout.ts';
import {
  bearsPurpose,
  mostPurposeCharacters,
  proposedPurpose,
  purposeFields,
  purposeRecordId,
  readPurpose,
} from '../../../main/core/files/purpose-line.ts';
import { identityCopies, isIdentityCopy } from '../../../main/core/rulebook/identity-copies.ts';

const document = (more: Partial<DossierDocument>): DossierDocument => ({
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: [],
  ...more,
});

const face = (has: (character: string) => boolean): FontSet['sans'] => ({
  has: (codePoint) => has(String.fromCodePoint(codePoint)),
  advance: () => 1,
  ascent: 0.9,
  descent: 0.1,
});
const fonts: FontSet = {
  serif: face(() => true),
  'serif-bold': face(() => true),
  sans: face((character) => character !== '龘' && character !== '𠮷'),
};

// Safe: only what is looked at.
const rule = (id: string, more: object): Rule => ({ id, kind: 'document', ...more }) as Rule;
const rules = [
  rule('agent-id-copy', { identityCopy: true }),
  rule('business-licence', { reads: { paper: 'business-licence', of: 'company' } }),
  rule('other', { copy: { seal: 'own', bothSides: true } }),
];

describe('a purpose line', () => {
  test('is for papers that are identity documents, and for no others', () => {
    expect([...identityCopies([{ rules }])]).toEqual(['agent-id-copy']);
    expect(isIdentityCopy({ ...rules[0], kind: 'letter' } as Rule)).toBe(false);
  });

  test('names the fields that hold a file as such a paper, however its path is written', () => {
    const held = document({
      documents: {
        'agent-id-copy': ['papers/e\u0301.jpg', 'b.jpg'],
        'business-licence': 'papers/\u00e9.jpg',
        other: 'c.jpg',
      },
    });
    expect(purposeFields(held, { rules }, 'papers/\u00e9.jpg')).toEqual(['documents.agent-id-copy']);
    expect(purposeFields(held, { rules }, 'b.jpg')).toEqual(['documents.agent-id-copy']);
    expect(purposeFields(held, { rules }, 'c.jpg')).toEqual([]);
    expect(purposeFields(held, { rules }, 'gone.jpg')).toEqual([]);
  });

  test('is told from other repairs on a file that was made with one', () => {
    const made = { 'a-purpose.jpg': 'ff' };
    const record = { on: '2026-11-01', made, changes: [] };
    expect(
      bearsPurpose(document({ repairs: { [purposeRecordId('a-purpose.jpg')]: record } }), 'a-purpose.jpg'),
    ).toBe(true);
    expect(bearsPurpose(document({ repairs: { [purposeRecordId('a-purpose.jpg')]: record } }), 'a.jpg')).toBe(
      false,
    );
    expect(bearsPurpose(document({ repairs: { 'strip-metadata:a.jpg': record } }), 'a-purpose.jpg')).toBe(
      false,
    );
    expect(bearsPurpose(document({}), 'a-purpose.jpg')).toBe(false);
  });

  test('is proposed with app, platform and day, and without an app that has no name or too long a one', () => {
    const words = (name?: string) =>
      proposedPurpose(document(name === undefined ? {} : { app: { name } }), '样例平台', '2026-11-01');
    expect(words('快译通')).toBe('仅用于快译通向样例平台提交上架申请，他用无效 2026-11-01');
    expect(words()).toBe('仅用于向样例平台提交上架申请，他用无效 2026-11-01');
    expect(words('长'.repeat(50))).toBe('仅用于向样例平台提交上架申请，他用无效 2026-11-01');
  });

  test('has words: some, not too many, and such that the face can draw', () => {
    expect(readPurpose('  仅用于\n上架 ', fonts)).toEqual({ words: '仅用于 上架' });
    expect(readPurpose(' \n ', fonts)).toEqual({ fault: { kind: 'empty' } });
    expect(readPurpose('字'.repeat(mostPurposeCharacters), fonts)).toHaveProperty('words');
    expect(readPurpose('字'.repeat(mostPurposeCharacters + 1), fonts)).toEqual({
      fault: { kind: 'too-long', characters: mostPurposeCharacters + 1 },
    });
    expect(readPurpose('用\u200B于\u202E龘𠮷龘', fonts)).toEqual({
      fault: { kind: 'unprintable', characters: ['U+200B', 'U+202E', '龘', '𠮷'] },
    });
  });
});

test('words are laid over any page: once whole through its middle, and lines that do not touch', () => {
  assert(
    property(
      double({ min: 200, max: 800, noNaN: true }),
      double({ min: 200, max: 800, noNaN: true }),
      double({ min: 4, max: mostPurposeCharacters, noNaN: true }),
      (width, height, widthEm) => {
        const { size, degrees, places } = layOutPurpose({ width, height }, widthEm);
        const angle = (degrees * Math.PI) / 180;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const length = widthEm * size;
        // The end of a line, and its height above the page's middle along the normal.
        const lines = places.map(({ x, y }) => ({
          middle: { x: x + (length * cos) / 2, y: y - (length * sin) / 2 },
          whole: x >= 0 && y <= height && x + length * cos <= width && y - length * sin >= 0,
        }));
        const central = lines.filter(
          ({ middle }) => Math.hypot(middle.x - width / 2, middle.y - height / 2) <= size,
        );
        expect(central).toHaveLength(1);
        expect(central[0]?.whole).toBe(true);
        const touching = lines.filter((one, index) =>
          lines.slice(index + 1).some((other) => {
            const [dx, dy] = [other.middle.x - one.middle.x, other.middle.y - one.middle.y];
            return (
              Math.abs(dx * cos - dy * sin) <= length + size && Math.abs(dx * sin + dy * cos) <= 3 * size
            );
          }),
        );
        expect(touching).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
