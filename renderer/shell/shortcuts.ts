import { steps, type Step } from './routes.ts';

/** What keys can ask for, wherever the focus is. */
export type Shortcut =
  | 'save'
  | 'print'
  | 'find'
  | 'undo'
  | 'redo'
  | 'explain'
  | 'help'
  | 'next-page'
  | 'previous-page'
  | `step-${Step}`;

/** What of a key press decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

const withControl: Readonly<Record<string, Shortcut>> = {
  s: 'save',
  p: 'print',
  f: 'find',
  z: 'undo',
  y: 'redo',
};

const withAlt: Readonly<Record<string, Shortcut>> = { PageDown: 'next-page', PageUp: 'previous-page' };

/**
 * What a key press asks for; null while an input method composes, for AltGr, and for keys that ask for nothing. `isTyping`: the
 * focus is in a text control, where a question mark is a question mark.
 */
export function shortcutOf(press: KeyPress, isTyping: boolean): Shortcut | null {
  // 229 is what browsers report for keys that the input method took, even where isComposing is not yet set.
  if (press.isComposing || press.keyCode === 229) return null;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  const isControl = ctrlKey !== metaKey && (ctrlKey || metaKey);
  if (altKey) {
    const page = ctrlKey || metaKey || shiftKey ? undefined : withAlt[key];
    if (page !== undefined) return page;
    const place = /^(?:Digit|Numpad)([1-8])$/.exec(code)?.[1];
    const step = ctrlKey || metaKey || shiftKey || place === undefined ? undefined : steps[Number(place) - 1];
    return step === undefined ? null : `step-${step}`;
  }
  if (isControl) {
    const asked = withControl[key.toLowerCase()] ?? null;
    if (!shiftKey) return asked;
    return asked === 'undo' ? 'redo' : null;
  }
  if (ctrlKey || metaKey) return null;
  if (key === 'F1') return 'explain';
  return (key === '?' || key === '？') && !isTyping ? 'help' : null;
}
