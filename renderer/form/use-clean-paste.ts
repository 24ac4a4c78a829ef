import { useState, type ClipboardEvent } from 'react';
import { cleanPasted, type Cleaned } from './clean-pasted.ts';

/** What was changed in what was pasted last, and what the field would hold as it was pasted. */
export interface PasteNote {
  readonly changed: readonly Cleaned[];
  readonly asPasted: string;
}

export interface CleanPasting {
  readonly note: PasteNote | null;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly clear: () => void;
}

/** Cleans what is pasted into a text control, and keeps what it was, to be told and taken back. */
export function useCleanPaste(isOneLine: boolean): CleanPasting {
  const [note, setNote] = useState<PasteNote | null>(null);
  return {
    note,
    onPaste(event) {
      const pasted = event.clipboardData.getData('text/plain');
      const { text, changed } = cleanPasted(pasted, { isOneLine });
      if (changed.length === 0) {
        setNote(null);
        return;
      }
      event.preventDefault();
      const control = event.currentTarget;
      const [start, end] = [control.selectionStart ?? 0, control.selectionEnd ?? 0];
      const asPasted = `${control.value.slice(0, start)}${pasted}${control.value.slice(end)}`;
      // Deprecated, and the only way to insert text that the control's own undo takes back.
      document.execCommand('insertText', false, text);
      setNote({ changed, asPasted });
    },
    clear: () => setNote(null),
  };
}
