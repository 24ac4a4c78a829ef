import { useEffect, useRef } from 'react';
import { shortcutOf, type Shortcut } from './shortcuts.ts';

/** Does what the keys ask for; false when there is nothing to do, so that another may, or the browser itself. */
export type ShortcutHandler = () => boolean | void;

interface Entry {
  readonly shortcut: Shortcut;
  readonly worksInDialogs: boolean;
  readonly run: ShortcutHandler;
}

/** The newest last: what is open on top answers first. */
let entries: readonly Entry[] = [];

/** Text controls keep their own keys. */
export const isTextControl = (element: unknown): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'].includes(element.type));

/** What each text control held when it was entered. */
const heldOnEntry = new WeakMap<Element, string>();

/** Whether something was typed in the control since it was entered: then undo is its own. */
const wasTypedIn = (control: HTMLInputElement | HTMLTextAreaElement): boolean =>
  (heldOnEntry.get(control) ?? control.value) !== control.value;

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].some((one) => one.checkVisibility());

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const { activeElement } = document;
  const control = isTextControl(activeElement) ? activeElement : null;
  const isTyping =
    control !== null || (activeElement instanceof HTMLElement && activeElement.isContentEditable);
  const shortcut = shortcutOf(event, isTyping);
  if (shortcut === null) return;
  if (shortcut === 'undo' && control !== null && wasTypedIn(control)) return;
  const isInDialog = isDialogOpen();
  for (const entry of entries.toReversed()) {
    if (entry.shortcut !== shortcut || (isInDialog && !entry.worksInDialogs)) continue;
    if (entry.run() === false) continue;
    event.preventDefault();
    return;
  }
}

function onFocusIn({ target }: FocusEvent): void {
  if (isTextControl(target)) heldOnEntry.set(target, target.value);
}

/** Listens to the keys of the whole window, once for the frame around every page. */
export function useShortcutKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('focusin', onFocusIn);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('focusin', onFocusIn);
    };
  }, []);
}

/** Answers a shortcut for as long as the component is there; null answers nothing. */
export function useShortcut(
  shortcut: Shortcut,
  handler: ShortcutHandler | null,
  { worksInDialogs = false }: { readonly worksInDialogs?: boolean } = {},
): void {
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => {
    const entry: Entry = {
      shortcut,
      worksInDialogs,
      run: () => newest.current?.() ?? newest.current !== null,
    };
    entries = [...entries, entry];
    return () => {
      entries = entries.filter((one) => one !== entry);
    };
  }, [shortcut, worksInDialogs]);
}
