import { expect, test } from 'vitest';
import type { DocumentRule } from '../../main/core/rulebook/rule-kinds.ts';
import { loadRulebook } from './load-rulebook.ts';

const { rules, conflicts } = await loadRulebook();
const copied = rules.filter(
  (rule): rule is DocumentRule => rule.kind === 'document' && rule.copy !== undefined,
);

test('the papers that section 4 wants sealed, inscribed or signed say so, and no others', () => {
  expect(copied.map(({ id }) => id)).toEqual([
    'agent-id-copy',
    'business-licence',
    'computer-software-copyright-certificate',
    'electronic-copyright-certificate',
    'icp-filing',
    'icp-licence',
    'individual-licensor-id-copy',
    'legal-representative-id-copy',
    'licensor-business-licence',
    'software-copyright-authentication-certificate',
  ]);
  for (const { cites } of copied)
    expect(cites.some((id) => /^compliance\/4(-[12]|\.1-\d)$/.test(id))).toBe(true);
});

test('the words to write are those that the rule’s explanation quotes', () => {
  const written = copied.flatMap(({ copy, explain }) =>
    (copy?.handwritten ?? []).map((words) => ({ words, how: explain?.how.zh ?? '' })),
  );
  expect(written).toHaveLength(3);
  for (const { words, how } of written) expect(how).toContain(`“${words}”`);
});

test('a seal, a date or a signature is asked for only where the explanation does', () => {
  for (const { copy, explain, id } of copied) {
    const how = explain?.how.zh ?? '';
    expect(/盖.{0,2}公章|盖章/.test(how), id).toBe(copy?.seal !== undefined);
    expect(how.includes('日期'), id).toBe(copy?.date === true);
    expect(how.includes('红手印'), id).toBe(copy?.signedByHolder === true);
    expect(how.includes('正反面'), id).toBe(copy?.bothSides === true);
  }
});

test('more than one wording is a conflict that the rulebook lists', () => {
  for (const { copy, id } of copied) {
    expect((copy?.handwritten?.length ?? 0) > 1, id).toBe(copy?.conflict !== undefined);
    if (copy?.conflict !== undefined) {
      expect(conflicts.find((one) => one.id === copy.conflict)?.rules).toContain(id);
    }
  }
});
