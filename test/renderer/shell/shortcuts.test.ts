import { describe, expect, test } from 'vitest';
import { shortcutOf, type KeyPress } from '../../../renderer/shell/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  test.each([
    ['s', {}, 'save'],
    ['p', {}, 'print'],
    ['f', {}, 'find'],
    ['z', {}, 'undo'],
    ['Z', { shiftKey: true }, 'redo'],
    ['y', {}, 'redo'],
  ] as const)('Ctrl or Command with %s %o asks for %s', (key, more, wanted) => {
    expect(shortcutOf(press(key, { ctrlKey: true, ...more }), true)).toBe(wanted);
    expect(shortcutOf(press(key, { metaKey: true, ...more }), false)).toBe(wanted);
  });

  test('Alt with a digit leads to a step, whatever the layout makes of it', () => {
    expect(shortcutOf(press('¡', { altKey: true, code: 'Digit1' }), false)).toBe('step-category');
    expect(shortcutOf(press('8', { altKey: true, code: 'Numpad8' }), true)).toBe('step-bundle');
    expect(shortcutOf(press('9', { altKey: true, code: 'Digit9' }), false)).toBeNull();
  });

  test('Alt with PageUp and PageDown turns the pages of questions', () => {
    expect(shortcutOf(press('PageDown', { altKey: true, code: 'PageDown' }), true)).toBe('next-page');
    expect(shortcutOf(press('PageUp', { altKey: true, code: 'PageUp' }), false)).toBe('previous-page');
    expect(shortcutOf(press('PageDown', { code: 'PageDown' }), false)).toBeNull();
    expect(
      shortcutOf(press('PageDown', { altKey: true, ctrlKey: true, code: 'PageDown' }), false),
    ).toBeNull();
  });

  test('AltGr types, it asks for nothing', () => {
    expect(shortcutOf(press('s', { altKey: true, ctrlKey: true, code: 'KeyS' }), true)).toBeNull();
    expect(shortcutOf(press('1', { altKey: true, ctrlKey: true, code: 'Digit1' }), true)).toBeNull();
  });

  test('an input method keeps its keys', () => {
    expect(shortcutOf(press('s', { ctrlKey: true, isComposing: true }), true)).toBeNull();
    expect(shortcutOf(press('z', { ctrlKey: true, keyCode: 229 }), true)).toBeNull();
    expect(shortcutOf(press('F1', { isComposing: true }), true)).toBeNull();
  });

  test('a question mark asks for help only where nobody types', () => {
    expect(shortcutOf(press('?', { shiftKey: true }), false)).toBe('help');
    expect(shortcutOf(press('？', { shiftKey: true }), false)).toBe('help');
    expect(shortcutOf(press('?', { shiftKey: true }), true)).toBeNull();
  });

  test('letters alone and Ctrl with other keys are left alone', () => {
    expect(shortcutOf(press('s'), false)).toBeNull();
    expect(shortcutOf(press('c', { ctrlKey: true }), false)).toBeNull();
    expect(shortcutOf(press('s', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
    expect(shortcutOf(press('s', { ctrlKey: true, metaKey: true }), false)).toBeNull();
  });
});
