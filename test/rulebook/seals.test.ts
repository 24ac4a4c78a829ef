import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRulebook } from './load-rulebook.ts';

const papers = z.record(z.string(), z.string());
const table = z
  .record(
    z.enum(['tencent-meeting', 'tencent-open-platform']),
    z.strictObject({ sealed: papers, signed: papers }),
  )
  .parse(parse(await readFile(new URL('seals.yaml', import.meta.url), 'utf8')));

const words = { sealed: /盖章|盖公章|公章|印泥|的章/, signed: /签字|签名/ };

describe.each(['tencent-meeting', 'tencent-open-platform'] as const)('%s', (platform) => {
  test.each(['sealed', 'signed'] as const)(
    'a paper is told to be %s where a clause asks, or as advice',
    async (how) => {
      const { rules } = await loadRulebook(platform);
      const demanded = table[platform][how];
      const telling = rules.flatMap(({ id, kind, explain, cites }) =>
        (kind === 'document' || kind === 'letter') &&
        words[how].test(`${explain?.what.zh}${explain?.how?.zh}`)
          ? [{ id, cites, isAdvice: /建议|没有要求/.test(explain?.how?.zh ?? '') }]
          : [],
      );
      expect(
        telling.filter(({ id, isAdvice }) => !(id in demanded) && !isAdvice).map(({ id }) => id),
      ).toEqual([]);
      const uncited = Object.entries(demanded).filter(
        ([id, clause]) => rules.find((rule) => rule.id === id)?.cites.includes(clause) !== true,
      );
      expect(uncited).toEqual([]);
    },
  );
});
