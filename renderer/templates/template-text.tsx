import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { TemplatePreview } from '../../main/contract/letter-preview.ts';
import { linePlace } from './line-place.ts';
import { sourceLines } from './source-pieces.ts';
import './template-text.css';

/** What the rest of the page does with the text. */
export interface TemplateTextHandle {
  /** Puts words where the caret is, as if they were typed, so that undo takes them out again. */
  readonly insert: (words: string) => void;
  /** Puts a line of its own where the caret is, or below a line that holds something. */
  readonly insertLine: (line: string) => void;
  /** Goes to a line, from 1. */
  readonly goTo: (line: number) => void;
}

interface TemplateTextProps {
  readonly ref: Ref<TemplateTextHandle>;
  readonly value: string;
  readonly faults: TemplatePreview['faults'];
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** The text of a template: numbered lines, tags in colour, faulty lines marked. It grows with its text. */
export function TemplateText({ ref, value, faults, label, describedBy, onChange }: TemplateTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const faulty = new Map(faults.map(({ line, message }) => [line, message]));
  // The wording comes first: the front matter stays above it, a scroll away.
  useEffect(() => {
    const lines = area.current?.value.split('\n') ?? [];
    const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
    const first = area.current?.parentElement?.querySelector<HTMLElement>(`[data-line="${end + 2}"]`);
    const scroller = area.current?.parentElement?.parentElement;
    if (end > 0 && first && scroller) scroller.scrollTop = first.offsetTop;
  }, []);
  const type = (control: HTMLTextAreaElement, words: string): void => {
    control.focus();
    // The only way to type for someone that keeps the control's own undo.
    if (!document.execCommand('insertText', false, words)) {
      control.setRangeText(words, control.selectionStart, control.selectionEnd, 'end');
      onChange(control.value);
    }
  };
  useImperativeHandle(ref, () => ({
    insert(words) {
      if (area.current !== null) type(area.current, words);
    },
    insertLine(line) {
      const control = area.current;
      if (control === null) return;
      const { from, to, words } = linePlace(control.value, control.selectionEnd, line);
      control.focus();
      control.setSelectionRange(from, to);
      type(control, words);
    },
    goTo(line) {
      const control = area.current;
      if (control === null) return;
      const before = control.value.split('\n').slice(0, line - 1);
      const start = before.reduce((sum, one) => sum + one.length + 1, 0);
      const end = start + (control.value.split('\n')[line - 1]?.length ?? 0);
      control.focus({ preventScroll: true });
      control.setSelectionRange(start, end);
      control.parentElement?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' });
    },
  }));
  return (
    <div className="template-text">
      <div className="template-lines" aria-hidden="true">
        {sourceLines(value).map((pieces, index) => (
          <div
            // Lines have no name but their number.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            data-line={index + 1}
            className={faulty.has(index + 1) ? 'template-line template-line-faulty' : 'template-line'}
          >
            {pieces.map((piece, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={place} className={`source-${piece.kind}`}>
                {piece.text}
              </span>
            ))}
            {/* An empty line is as high as the others. */}
            {'\u200B'}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={faults.length > 0}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
