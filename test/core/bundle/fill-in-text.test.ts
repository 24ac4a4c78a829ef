import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fillInText } from '../../../main/core/bundle/fill-in-text.ts';
import { planBundle } from '../../../main/core/bundle/plan-bundle.ts';
import { document, inspections, reportWith, rulebook } from './example.ts';

const { sections } = planBundle({ document, report: reportWith(), rulebook, inspections });
const textOf = (index: number, changed = document) => {
  const bytes = fillInText(sections[index]!, changed, rulebook);
  return bytes === null ? null : Buffer.from(bytes);
};

describe('the text to fill in', () => {
  test('lists the fields in the order of the form, as they are typed', () => {
    expect(textOf(0)?.toString('utf8').replaceAll('\r\n', '\n')).toBe(
      '\ufeff应用基础信息：填写内容\n按表单顺序排列，复制每个【】下方的文字，填入同名栏目。\n\n' +
        '【01 应用名称】\n样例纪要\n\n【03 应用类目】\n其他\n\n【04 详细描述】\n第一行\n第二行\n\n' +
        '【06 更新说明】\n（选填，未填写）\n',
    );
  });

  test('opens in the Notepad of Windows: byte order mark, CRLF throughout', () => {
    const bytes = textOf(0) ?? Buffer.alloc(0);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const python = execFileSync('python3', ['-c', 'import sys;print(len(sys.stdin.buffer.read().decode("utf-8-sig").splitlines()))'], { input: bytes }); // prettier-ignore
    expect(Number(python.toString())).toBe(15);
  });

  test('is not made where nothing is typed', () => {
    expect(textOf(1)).toBeNull();
  });

  test('says what is not filled in and keeps every character that is', () => {
    expect(textOf(0, { ...document, app: {} })?.toString('utf8')).toContain('【01 应用名称】\r\n（未填写）');
    const rare = '\u{2f8a6}\ufa0c𠮷é';
    expect(textOf(0, { ...document, app: { name: rare } })?.toString('utf8')).toContain(rare);
  });
});
