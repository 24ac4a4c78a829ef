import { Button } from 'antd';
import { useId, useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { useText } from '../text/use-text.ts';
import './drop-zone.css';

interface DropZoneProps {
  /** Names what is dropped here; also the accessible name of the button. */
  readonly label: string;
  readonly hint?: string;
  readonly multiple?: boolean;
  /** Called while busy too: what is handed over then must wait, not vanish. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly busy?: boolean;
  /** The id of the button, for example `field-app.logo`. */
  readonly id?: string;
}

/** Takes files by drag and drop or by the system's dialog. */
export function DropZone({ label, hint, multiple = false, onFiles, busy = false, id }: DropZoneProps) {
  const t = useText('parts');
  const input = useRef<HTMLInputElement>(null);
  useFocusKept(id);
  const [isOver, setOver] = useState(false);
  const hintId = useId();
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="drop-zone-words">
        <p>{label}</p>
        {hint === undefined ? null : (
          <p id={hintId} className="faint small">
            {hint}
          </p>
        )}
      </div>
      <input
        ref={input}
        className="drop-zone-input"
        type="file"
        multiple={multiple}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files);
          // The same file can be chosen again after a failure.
          event.target.value = '';
        }}
      />
      <Button
        {...(id === undefined ? {} : { id })}
        loading={busy}
        aria-label={`${t('drop.choose')} ${label}`}
        aria-describedby={hint === undefined ? undefined : hintId}
        onClick={() => input.current?.click()}
      >
        {busy ? t('drop.busy') : t('drop.choose')}
      </Button>
    </div>
  );
}

/** Hands the focus on to the control that takes this one's place under its id, as a filled place does for an empty one. */
function useFocusKept(id: string | undefined): void {
  useLayoutEffect(
    () => () => {
      if (id === undefined || document.activeElement?.id !== id) return;
      // After the other one is on the page.
      window.setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById(id)?.focus();
      });
    },
    [id],
  );
}
