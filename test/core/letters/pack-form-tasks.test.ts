import { expect, test } from 'vitest';
import type { FormPlacement } from '../../../main/contract/forms.ts';
import { formTasks } from '../../../main/core/letters/pack-form-tasks.ts';

const title = { zh: '应用发布承诺函', en: 'Publishing commitment' };
const placement = (guides: FormPlacement['guides']) => ({ guides });
const seal = { id: 'seal', kind: 'seal', page: 1, xMm: 100, yMm: 200, widthMm: 40, heightMm: 40 } as const;
const sealsOf = (guides: FormPlacement['guides'], signer: Parameters<typeof formTasks>[3]) =>
  formTasks(title, placement(guides), 2, signer).map((sheet) => sheet.seal?.zh ?? null);

test('a company seals the platform’s form in its place, or on the last page as the form asks', () => {
  const company = { party: '甲公司', isIndividual: false };
  expect(sealsOf([seal], company)).toEqual(['在标出的位置盖“甲公司”公章', null]);
  expect(sealsOf([], company)).toEqual([null, '按格式上的要求签字、盖“甲公司”公章']);
});

test('an individual is asked for no company seal, but for what the platform answered', () => {
  const person = { party: '张三', isIndividual: true };
  for (const guides of [[seal], []]) {
    const said = sealsOf(guides, person).join('');
    expect(said).toContain('先问平台，照答复办理');
    expect(said).not.toContain('盖“');
  }
});
