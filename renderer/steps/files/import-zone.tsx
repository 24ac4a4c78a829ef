import { DropZone } from '../../components/drop-zone.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useText } from '../../text/use-text.ts';
import { holdsSeveral } from './slot.ts';
import { useImport } from './use-import.ts';

interface ImportZoneProps {
  /** The dotted field that the files are put in; null for files that are given a place later. */
  readonly field: string | null;
  /** Names the drop zone. */
  readonly label: string;
  readonly hint?: string;
  /** New files take the place of what is there. */
  readonly replaces?: boolean;
  /** Called as soon as files are handed over. */
  readonly onStart?: () => void;
}

/** Where files are dropped for a field: how far the import has come, and what was refused and why. */
export function ImportZone({ field, label, hint, replaces = false, onStart }: ImportZoneProps) {
  const t = useText('files');
  const work = useImport(field, replaces);
  return (
    <>
      <DropZone
        id={field === null ? 'any-files' : `field-${field}`}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        multiple={field === null || holdsSeveral(field)}
        busy={work.progress !== null}
        onFiles={(files) => {
          onStart?.();
          work.start(files);
        }}
      />
      {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
      {work.wasCancelled ? <p className="small soft">{t('cancelled')}</p> : null}
      {work.failed.map(({ name, error }) => (
        <div key={name} className="stack-tight">
          {error.message.includes(name) ? null : <p className="small">{t('importFailed', { name })}</p>}
          <FailureNotice error={error} />
        </div>
      ))}
    </>
  );
}
