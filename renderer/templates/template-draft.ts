const keyOf = (letter: string): string => `yinqi.template-draft.${letter}`;

/** What was being written of a letter's template on this computer and is not saved; null where there is nothing. */
export function keptDraft(letter: string): string | null {
  try {
    return localStorage.getItem(keyOf(letter));
  } catch {
    // Without storage nothing was kept.
    return null;
  }
}

/** Keeps what is being written until it is saved; null forgets it. */
export function keepDraft(letter: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(keyOf(letter));
    else localStorage.setItem(keyOf(letter), text);
  } catch {
    // Without storage a draft lasts as long as its page.
  }
}
