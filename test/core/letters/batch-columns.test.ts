import { expect, test } from 'vitest';
import { batchColumns } from '../../../main/core/letters/batch-columns.ts';
import { templateOf } from './shipped-letters.ts';

const commitment = templateOf('publishing-commitment');
const authorisation = templateOf('authorisation-letter');
const variables = (header: readonly string[], template = commitment) =>
  batchColumns(header, template).laid.map(({ variable }) => variable);

test('columns are named by field, by the template’s title, or by what people call the field', () => {
  expect(
    variables(['company.name', '统一社会信用代码', 'App name', '公司住所 *', '法定代表人姓名（必填）']),
  ).toEqual([
    'company.name',
    'company.uscc',
    'app.name',
    'company.address',
    'company.legalRepresentative.name',
  ]);
  expect(variables(['企业名称'])).toEqual(['company.name']);
  expect(variables(['公司名称', '有效期起', 'letter.validUntil', '被授权人证件类型'], authorisation)).toEqual(
    ['company.name', 'letter.validFrom', 'letter.validUntil', 'company.agent.idType'],
  );
  expect(variables(['licensor.name', '授权方证件号码'], templateOf('game-copyright-authorisation'))).toEqual([
    'licensor.name',
    'licensor.identifier',
  ]);
});

test('an unknown column is refused and near ones are named, all of them at once', () => {
  const read = () => batchColumns(['公司名', 'app.nme', '备注'], commitment);
  expect(read).toThrow(
    expect.objectContaining({ code: 'unknown-column', all: expect.objectContaining({ length: 3 }) }),
  );
  try {
    read();
  } catch (error) {
    const { all } = error as { all: { text: { zh: string }; hint: { zh: string } }[] };
    expect(all[0]?.text.zh).toContain('公司名称');
    expect(all[1]?.text.zh).toContain('app.name');
    expect(all[2]?.hint.zh).toContain('--ignore');
  }
});

test('columns named in so many words are passed over, and a name that is none of them is refused', () => {
  expect(batchColumns(['序号', '公司名称', ' 备注 '], commitment, ['备注', '序号']).laid).toHaveLength(1);
  expect(() => batchColumns(['公司名称'], commitment, ['备注'])).toThrow(
    expect.objectContaining({ code: 'unknown-column' }),
  );
});

test('one field in two columns and a column without a name are refused', () => {
  expect(() => batchColumns(['公司名称', 'company.name'], commitment)).toThrow(
    expect.objectContaining({ code: 'repeated-column' }),
  );
  expect(() => batchColumns(['公司名称', ''], commitment)).toThrow(
    expect.objectContaining({ code: 'unnamed-column' }),
  );
});

test('columns that the letter does not print are told, and files are never laid over', () => {
  expect(batchColumns(['公司名称', '客服电话', '应用 LOGO', '有效期起'], commitment)).toMatchObject({
    laid: [{ variable: 'company.name' }, { variable: 'company.phone' }],
    notNeeded: ['客服电话', '应用 LOGO', '有效期起'],
  });
});
