import { useEffect, useRef } from 'react';
import type { PagePicture, WordBox } from '../../main/contract/letter-preview.ts';
import { useClient } from '../client/client-context.tsx';
import './page-sheet.css';

interface PageSheetProps {
  readonly picture: PagePicture;
  readonly alt: string;
  /** 1 fits the width of what is around it. */
  readonly zoom?: number;
  /** Words that were filled in, of all pages; they can be pointed at. */
  readonly words?: readonly WordBox[];
  /** The field whose words are marked. */
  readonly active?: string | null;
  readonly onPick?: (field: string) => void;
}

/** A page of paper as it prints, with the words that were filled in marked on it. */
export function PageSheet({ picture, alt, zoom = 1, words = [], active = null, onPick }: PageSheetProps) {
  const { bridge } = useClient();
  const { page, widthMm, heightMm } = picture;
  const sheet = useRef<HTMLDivElement>(null);
  // Asked after each drawing: what is marked may have come with another page.
  const shown = `${active} ${page}`;
  const brought = useRef('');
  useEffect(() => {
    if (brought.current === shown) return;
    brought.current = shown;
    const marked = sheet.current?.querySelector('.page-word-active');
    marked?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const share = (mm: number, whole: number): string => `${(mm / whole) * 100}%`;
  return (
    <div
      ref={sheet}
      className="page-sheet"
      style={{ width: `${zoom * 100}%`, aspectRatio: `${widthMm} / ${heightMm}` }}
    >
      <img
        src={bridge.artifactUrl(picture.artifact)}
        alt={alt}
        width={picture.widthPx}
        height={picture.heightPx}
      />
      {/* The list of fields beside the page says the same to the keyboard and to screen readers. */}
      <div className="page-words" aria-hidden="true">
        {words
          .filter((word) => word.page === page)
          .map((word) => (
            <button
              key={`${word.xMm} ${word.yMm}`}
              type="button"
              tabIndex={-1}
              title={word.title}
              data-field={word.field}
              className={word.field === active ? 'page-word page-word-active' : 'page-word'}
              style={{
                left: share(word.xMm - 0.6, widthMm),
                top: share(word.yMm, heightMm),
                width: share(word.widthMm + 1.2, widthMm),
                height: share(word.heightMm, heightMm),
              }}
              onClick={() => onPick?.(word.field)}
            />
          ))}
      </div>
    </div>
  );
}
