import { expect, test } from 'vitest';
import { fieldTitle } from '../../../renderer/dossier/field-title.ts';
import { fields } from '../../../renderer/text/zh/fields.ts';

const say = (key: keyof typeof fields): string => fields[key];
const report = {
  requirements: [
    { id: 'business-licence', title: '营业执照', fields: ['documents.business-licence'] },
    { id: 'authorisation-letter', title: '授权委托书', fields: ['documents.authorisation-letter'] },
  ],
};

test.each([
  ['app.name', '应用名称'],
  ['documents.business-licence', '营业执照'],
  ['letters.authorisation-letter', '授权委托书'],
  ['app.permissions.0.purpose', '应用权限'],
  ['parties.1.identifier', '其他相关方'],
  ['papers/business-licence.jpg', 'papers/business-licence.jpg'],
  ['documents.not-in-the-report', '文件'],
  ['nothing-known', 'nothing-known'],
])('%s is called %s', (field, title) => {
  expect(fieldTitle(field, say, report)).toBe(title);
});

test('without a report, what the dossier itself knows is still named', () => {
  expect(fieldTitle('company.uscc', say, null)).toBe('统一社会信用代码');
});
