import { useState } from 'react';
import type { DossierFile } from '../../../main/contract/open-dossier.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { FileRow } from './file-row.tsx';
import { ImportZone } from './import-zone.tsx';
import { isPurposeCopy } from './purpose-copy.ts';
import { PurposeDialog } from './purpose-dialog.tsx';
import { editOf, filesOf, hasOrder, nameOfPath } from './slot.ts';
import { useFirstFiles } from './use-first-files.ts';
import type { Inspections } from './use-inspections.ts';
import './files.css';

interface SlotFilesProps {
  /** The dotted field that holds the files. */
  readonly field: string;
  /** Names the drop zone. */
  readonly label: string;
  readonly hint: string;
  readonly inspections: Inspections;
  /** Rules whose findings the card around it shows. */
  readonly shownByCard?: readonly string[];
  /** New files take the place of what is there. */
  readonly replaces?: boolean;
  /** Its files are copies of identity documents, which can carry a purpose line. */
  readonly carriesPurpose?: boolean;
}

/** The files of one field, and where to drop more. */
export function SlotFiles({
  field,
  label,
  hint,
  inspections,
  shownByCard = [],
  replaces = false,
  carriesPurpose = false,
}: SlotFilesProps) {
  const t = useText('files');
  const session = useSession();
  const { data, report } = useSessionState();
  const tell = useUndoNotice();
  const files = filesOf(data.document, field);
  const first = useFirstFiles(files);
  const [purposeOf, setPurposeOf] = useState<string | null>(null);
  const findings = report?.findings ?? [];
  const fieldFindings = findings.filter((one) => one.at === field && !shownByCard.includes(one.rule));

  const put = (next: readonly string[]): void => {
    const { path, value } = editOf(field, next);
    session.edit(path, value);
    void session.flush();
  };
  const remove = (gone: string): void => {
    put(files.filter((one) => one !== gone));
    tell({ message: t('removed', { name: nameOfPath(gone) }), undo: () => put(files) });
  };
  const move = (path: string, by: 1 | -1): void => {
    const next = [...files];
    const from = next.indexOf(path);
    next.splice(from, 1);
    next.splice(from + by, 0, path);
    put(next);
  };

  return (
    <div className={files.length === 0 ? 'slot-files' : 'slot-files slot-files-filled'}>
      {files.length === 0 ? null : (
        <ul className="file-list">
          {files.slice(0, first.shown).map((path, index) => (
            <FileRow
              key={path}
              path={path}
              isAnchor={firstPlaceOf(data.files, path, field)}
              inspection={inspections.byPath.get(path)}
              findings={findings.filter((one) => one.at === path)}
              onRemove={() => remove(path)}
              {...(carriesPurpose && !isPurposeCopy(data.document, path)
                ? { onPurpose: () => setPurposeOf(path) }
                : {})}
              {...(hasOrder(field)
                ? { order: { position: index + 1, count: files.length, onMove: (by) => move(path, by) } }
                : {})}
            />
          ))}
        </ul>
      )}
      <ShowMore
        first={first}
        label={t('showMore', { more: first.more, shown: first.shown, count: files.length })}
      />
      {fieldFindings.length === 0 ? null : <FindingList findings={fieldFindings} dossier={session.id} />}
      {purposeOf === null ? null : <PurposeDialog path={purposeOf} onClose={() => setPurposeOf(null)} />}
      <ImportZone field={field} label={label} {...(files.length === 0 ? { hint } : {})} replaces={replaces} />
    </div>
  );
}

/** Whether a file that several fields hold is jumped to here: ids stand once on a page. */
const firstPlaceOf = (files: readonly DossierFile[], path: string, field: string): boolean =>
  (files.find((file) => file.path === path)?.usedBy[0] ?? field) === field;
