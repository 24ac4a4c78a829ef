import { useEffect, useMemo, useRef } from 'react';
import type { Passage } from '../../../../main/contract/text-review.ts';
import { textSegments } from './text-segments.ts';

interface TextViewProps {
  readonly title: string;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** The passage to bring into sight; a new object for each time it is asked for. */
  readonly sought: Passage | null;
}

/** A text as its readers see it, with passages marked and the sought one in sight. */
export function TextView({ title, text, passages, sought }: TextViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => textSegments(text, passages), [text, passages]);
  useEffect(() => {
    if (box.current === null || sought === null) return;
    const marks = [...box.current.querySelectorAll<HTMLElement>('mark')];
    const mark = marks.findLast((one) => Number(one.dataset['start']) <= sought.start) ?? marks[0];
    if (mark === undefined) return;
    // The box alone scrolls: the list beside it stays where it is, unless the box itself is out of sight.
    box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3;
    box.current.scrollIntoView({ block: 'nearest' });
  }, [sought]);
  return (
    <div ref={box} className="text-view" tabIndex={0} role="region" aria-label={title}>
      {segments.map(({ start, text: words, isMarked }) =>
        isMarked ? (
          <mark key={start} data-start={start}>
            {words}
          </mark>
        ) : (
          <span key={start}>{words}</span>
        ),
      )}
    </div>
  );
}
