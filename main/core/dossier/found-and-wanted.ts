import type { Localized } from '../../contract/language.ts';
import { shapeAt, type FieldPath } from './schema-shape.ts';

/** What a value is, in words: for what was found. */
export function kindOf(value: unknown): Localized {
  if (value === null) return { zh: '空值', en: 'nothing' };
  if (Array.isArray(value)) return { zh: '一个列表', en: 'a list' };
  switch (typeof value) {
    case 'string':
      return { zh: `文字「${shorten(value)}」`, en: `the text “${shorten(value)}”` };
    case 'boolean':
      return { zh: `是非值 ${value}`, en: `the yes-or-no value ${value}` };
    case 'number':
      return { zh: `数字 ${value}`, en: `the number ${value}` };
    default:
      return { zh: '一组字段', en: 'a group of fields' };
  }
}

/** Cut to what fits in a message. */
export const shorten = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= 40 ? text : `${characters.slice(0, 40).join('')}…`;
};

/** What a field must hold by its schema, in words. */
export function wantedAt(path: FieldPath): Localized {
  const shape = shapeAt(path);
  if (shape?.kind === 'map') {
    const keys = shape.keys.slice(0, 4);
    const more = shape.keys.length > keys.length;
    return {
      zh: `一组字段（${keys.join('、')}${more ? '等' : ''}）`,
      en: `a group of fields (${keys.join(', ')}${more ? ', …' : ''})`,
    };
  }
  if (shape?.kind === 'record') return { zh: '一组「编号: 内容」', en: 'a group of “id: value” lines' };
  if (shape?.kind === 'list') return { zh: '一个列表，例如 [甲, 乙]', en: 'a list such as [one, two]' };
  if (path[0] === 'facts') {
    return {
      zh: ' true、false、一个选项或选项的列表',
      en: 'true, false, an option, or a list of options',
    };
  }
  if (shape?.kind === 'value' && shape.isNumber) return { zh: '一个数字', en: 'a number' };
  if (shape?.kind === 'value' && shape.choices.length > 0) {
    return { zh: shape.choices.join(' 或 '), en: shape.choices.join(' or ') };
  }
  return shape?.kind === 'value' && shape.allowsList
    ? { zh: '一个文件路径或文件路径的列表', en: 'a file path or a list of file paths' }
    : { zh: '一段文字', en: 'a text' };
}
