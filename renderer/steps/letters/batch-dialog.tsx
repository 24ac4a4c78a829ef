import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { BatchCheck } from '../../../main/contract/letter-plans.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { DropZone } from '../../components/drop-zone.tsx';
import { DialogBody } from '../../components/dialog-body.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useWork } from '../../components/use-work.ts';
import { WorkProgress } from '../../components/work-progress.tsx';
import { makerName } from '../../dossier/maker-name.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { useText } from '../../text/use-text.ts';
import { BatchColumns } from './batch-columns.tsx';
import { BatchRows } from './batch-rows.tsx';
import './pack-dialog.css';
import { NotKeptNotice } from './not-kept-notice.tsx';

interface BatchDialogProps {
  readonly letters: readonly LetterSummary[];
  readonly onClose: () => void;
}

interface Table {
  readonly grant: string;
  readonly name: string;
}

/** One letter for every row of a table: what the columns were taken for and which rows would fail is said before anything is made. */
export function BatchDialog({ letters, onClose }: BatchDialogProps) {
  const t = useText('letterDesk');
  useFocusReturn();
  const session = useSession();
  const { client } = session;
  const [letter, setLetter] = useState(letters[0]?.letter ?? '');
  const [table, setTable] = useState<Table | null>(null);
  const [sheet, setSheet] = useState('');
  const [ignore, setIgnore] = useState<readonly string[]>([]);
  const [check, setCheck] = useState<BatchCheck | null>(null);
  const [result, setResult] = useState<MethodOutput<'letters.batch'> | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const work = useWork();

  const terms = (given: { letter: string; table: Table; ignore: readonly string[] }) => ({
    dossier: session.id,
    letter: given.letter,
    table: given.table.grant,
    ...(sheet.trim() === '' ? {} : { sheet: sheet.trim() }),
    ...(given.ignore.length === 0 ? {} : { ignore: [...given.ignore] }),
  });
  const look = (given: { letter: string; table: Table; ignore: readonly string[] }): Promise<void> =>
    work.run(async (options) => {
      setCheck(null);
      setResult(null);
      await session.flush();
      setCheck(await client.call('letters.batch-check', terms(given), options));
    });
  const take = (file: File): Promise<void> =>
    work.run(async (options) => {
      setCheck(null);
      setResult(null);
      setIgnore([]);
      await session.flush();
      const next = { grant: await client.grantFile(file), name: file.name };
      setTable(next);
      setCheck(await client.call('letters.batch-check', terms({ letter, table: next, ignore: [] }), options));
    });
  const make = (): Promise<void> =>
    work.run(async (options) => {
      if (table === null) return;
      const input = { ...terms({ letter, table, ignore }), by: makerName() };
      const made = await client.call('letters.batch', input, options);
      setResult(made);
    });
  const save = async (): Promise<void> => {
    if (result?.artifact === undefined || result.fileName === undefined) return;
    const done = await client.bridge.saveArtifact(result.artifact, result.fileName);
    if (done.saved) setSaved(result.fileName);
  };
  const isBusy = work.progress !== null;
  const unknown = (check?.columns ?? []).filter(({ use }) => use === 'unknown');
  const change = (next: { letter?: string; ignore?: readonly string[] }): void => {
    const ignored = next.ignore ?? (next.letter === undefined ? ignore : []);
    if (next.letter !== undefined) setLetter(next.letter);
    setIgnore(ignored);
    if (table !== null) void look({ letter: next.letter ?? letter, table, ignore: ignored });
  };

  return (
    <Modal
      open
      centered
      title={t('batch.title')}
      width="min(880px, 96vw)"
      onCancel={onClose}
      closable={{ 'aria-label': t('batch.close') }}
      mask={{ closable: false }}
      footer={
        result === null ? (
          <Button
            type="primary"
            disabled={isBusy || check === null || unknown.length > 0 || check.ready === 0}
            onClick={() => void make()}
          >
            {check === null || check.ready === 0
              ? t('batch.make')
              : t('batch.makeCount', { count: check.ready })}
          </Button>
        ) : (
          <>
            <Button onClick={() => setResult(null)}>{t('batch.again')}</Button>
            <Button type="primary" disabled={result.artifact === undefined} onClick={() => void save()}>
              {t('batch.save')}
            </Button>
          </>
        )
      }
    >
      <DialogBody label={t('batch.title')}>
        {result === null ? (
          <>
            <p className="soft">{t('batch.lead')}</p>
            <div className="batch-choice">
              <div className="grow">
                <label htmlFor="batch-letter">{t('batch.letter')}</label>
                <Select
                  id="batch-letter"
                  className="batch-letter"
                  value={letter}
                  disabled={isBusy}
                  onChange={(next) => change({ letter: next })}
                  options={letters.map((one) => ({ value: one.letter, label: one.title }))}
                />
              </div>
              <div>
                <label htmlFor="batch-sheet">{t('batch.sheet')}</label>
                <Input
                  id="batch-sheet"
                  value={sheet}
                  placeholder={t('batch.sheetFirst')}
                  autoComplete="off"
                  onChange={(event) => setSheet(event.target.value)}
                  onBlur={() => change({})}
                />
              </div>
            </div>
            <DropZone
              label={table === null ? t('batch.drop') : t('batch.dropAnother')}
              hint={table === null ? t('batch.dropHint') : table.name}
              busy={isBusy}
              onFiles={([file]) => {
                if (file !== undefined) void take(file);
              }}
            />
            {check === null ? null : (
              <>
                <BatchColumns
                  columns={check.columns}
                  disabled={isBusy}
                  onIgnore={(heading, isIgnored) =>
                    change({
                      ignore: isIgnored ? [...ignore, heading] : ignore.filter((one) => one !== heading),
                    })
                  }
                />
                {unknown.length > 0 ? (
                  <p className="letter-missing" role="status">
                    {t('batch.unknown', { count: unknown.length })}
                  </p>
                ) : (
                  <>
                    <p role="status">
                      {t('batch.found', {
                        rows: check.rows,
                        ready: check.ready,
                        failed: check.failed.length,
                      })}
                    </p>
                    <BatchRows title={t('batch.failing')} rows={check.failed} />
                  </>
                )}
              </>
            )}
          </>
        ) : (
          <>
            <p role="status">
              {saved === null
                ? t('batch.done', { made: result.made.length, failed: result.failed.length })
                : t('saved', { name: saved })}
            </p>
            <NotKeptNotice why={result.notKept} />
            <p className="small soft">{t('batch.results', { name: result.resultFile })}</p>
            <BatchRows title={t('batch.failed')} rows={result.failed} />
          </>
        )}
        {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {work.wasCancelled ? <p role="status">{t('cancelled')}</p> : null}
      </DialogBody>
    </Modal>
  );
}
