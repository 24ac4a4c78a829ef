import { useRef, useState, type ChangeEvent, type CompositionEvent } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What is being typed into a text control. */
export interface TextDraft {
  /** The control's value and handlers. */
  readonly control: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<TextControl>) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: CompositionEvent<TextControl>) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
  readonly isFocused: boolean;
  /** Changed since the control was entered. */
  readonly isChanged: boolean;
}

/**
 * What is being typed, kept apart from what is saved. While an input method composes (pinyin on its way to
 * characters) nothing is saved; on leaving, the text is tidied. What comes from elsewhere shows only when nobody types.
 */
export function useTextDraft(
  saved: string,
  save: (text: string) => void,
  options: { readonly tidy?: (text: string) => string; readonly onLeave?: () => void } = {},
): TextDraft {
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const isComposing = useRef(false);
  const control: TextDraft['control'] = {
    value: draft ?? saved,
    onChange(event) {
      const { value } = event.target;
      setDraft(value);
      if (!isComposing.current) save(value);
    },
    onCompositionStart() {
      isComposing.current = true;
    },
    onCompositionEnd(event) {
      isComposing.current = false;
      setDraft(event.currentTarget.value);
      save(event.currentTarget.value);
    },
    onFocus: () => setFocused(true),
    onBlur() {
      isComposing.current = false;
      setFocused(false);
      setDraft(null);
      if (draft === null) return;
      const text = options.tidy?.(draft) ?? draft;
      if (text !== saved) save(text);
      options.onLeave?.();
    },
  };
  return { control, isFocused, isChanged: draft !== null };
}
