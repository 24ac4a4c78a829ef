import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { SuggestedField } from '../../main/contract/forms.ts';
import { useText } from '../text/use-text.ts';
import { isGuide, keyStep, shifted, type PageSize, type Place } from './form-places.ts';
import './form-sheet.css';

interface FormSheetProps {
  readonly url: string;
  readonly alt: string;
  readonly size: PageSize;
  /** Those of this page. */
  readonly places: readonly Place[];
  readonly suggestions: readonly SuggestedField[];
  readonly selected: string | null;
  readonly nameOf: (place: Place) => string;
  readonly onSelect: (id: string) => void;
  /** `goesOn` while one and the same drag is under way: it is undone as a whole. */
  readonly onChange: (id: string, place: Place, goesOn?: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly onTake: (suggestion: SuggestedField) => void;
}

interface Drag {
  readonly place: Place;
  readonly isResize: boolean;
  readonly fromX: number;
  readonly fromY: number;
  readonly hasMoved: boolean;
}

const tenths = (mm: number): number => Math.round(mm * 10) / 10;

/** A page of a form with its places: dragged, resized at their corner, or moved by the arrow keys. */
export function FormSheet(props: FormSheetProps) {
  const { url, alt, size, places, suggestions, selected, nameOf, onSelect, onChange, onRemove, onTake } =
    props;
  const t = useText('forms');
  const sheet = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const box = ({ xMm, yMm, widthMm, heightMm }: Place | SuggestedField) => ({
    left: `${(xMm / size.widthMm) * 100}%`,
    top: `${(yMm / size.heightMm) * 100}%`,
    width: `${(widthMm / size.widthMm) * 100}%`,
    height: `${(heightMm / size.heightMm) * 100}%`,
  });
  const start = (event: PointerEvent, place: Place, isResize: boolean): void => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    onSelect(place.id);
    setDrag({ place, isResize, fromX: event.clientX, fromY: event.clientY, hasMoved: false });
  };
  const move = (event: PointerEvent): void => {
    const width = sheet.current?.clientWidth ?? 0;
    if (drag === null || width === 0) return;
    const mmPerPx = size.widthMm / width;
    const [x, y] = [(event.clientX - drag.fromX) * mmPerPx, (event.clientY - drag.fromY) * mmPerPx];
    const by = drag.isResize ? { widthMm: x, heightMm: y } : { xMm: x, yMm: y };
    onChange(drag.place.id, shifted(drag.place, by, size), drag.hasMoved);
    if (!drag.hasMoved) setDrag({ ...drag, hasMoved: true });
  };
  const press = (event: KeyboardEvent, place: Place): void => {
    const step = keyStep(event);
    if (step !== null) onChange(place.id, shifted(place, step, size));
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(place.id);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={sheet} className="form-sheet" style={{ aspectRatio: `${size.widthMm} / ${size.heightMm}` }}>
      <img src={url} alt={alt} draggable={false} />
      {suggestions.map((one) => (
        <button
          key={one.name}
          type="button"
          className="form-suggestion"
          style={box(one)}
          aria-label={t('suggestion.take', { name: one.tooltip ?? one.name })}
          onClick={() => onTake(one)}
        />
      ))}
      {places.map((place) => (
        <button
          key={place.id}
          type="button"
          id={`form-place-${place.id}`}
          className={[
            'form-place',
            ...(isGuide(place) ? ['form-place-guide'] : []),
            ...(place.id === selected ? ['form-place-selected'] : []),
          ].join(' ')}
          style={box(place)}
          aria-label={t('place.at', { name: nameOf(place), x: tenths(place.xMm), y: tenths(place.yMm) })}
          aria-pressed={place.id === selected}
          onFocus={() => onSelect(place.id)}
          onKeyDown={(event) => press(event, place)}
          onPointerDown={(event) => start(event, place, false)}
          onPointerMove={move}
          onPointerUp={() => setDrag(null)}
          onPointerCancel={() => setDrag(null)}
        >
          <span className="form-place-name">{nameOf(place)}</span>
          <span
            className="form-place-corner"
            aria-hidden="true"
            onPointerDown={(event) => start(event, place, true)}
            onPointerMove={move}
            onPointerUp={() => setDrag(null)}
          />
        </button>
      ))}
    </div>
  );
}
