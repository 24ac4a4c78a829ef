import { Button, Checkbox, Input, Modal } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import { DialogBody } from '../../components/dialog-body.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { useWork } from '../../components/use-work.ts';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { nameOfPath } from './slot.ts';
import './purpose-dialog.css';

type Preview = MethodOutput<'files.purposePreview'>;

const shownPx = 1000;
const mostCharacters = 60;

interface PurposeDialogProps {
  readonly path: string;
  readonly onClose: () => void;
}

/** Makes a copy of an identity document with a line that says what it is for: words, both pictures, and whose place it takes. */
export function PurposeDialog({ path, onClose }: PurposeDialogProps) {
  const t = useText('files');
  useFocusReturn();
  const session = useSession();
  const tell = useUndoNotice();
  const field = useId();
  const [proposed, setProposed] = useState('');
  const [words, setWords] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [replaces, setReplaces] = useState<boolean | null>(null);
  const look = useWork();
  const work = useWork();
  const { run, clear } = look;
  const name = nameOfPath(path);
  const isShown = preview !== null && preview.words === words;
  const isBusy = work.progress !== null || look.progress !== null;

  useEffect(() => {
    void run(async ({ signal }) => {
      await session.flush();
      const input = { dossier: session.id, path, maxPx: shownPx };
      const answer = await session.client.call('files.purposePreview', input, { signal });
      setProposed(answer.words);
      setWords(answer.words);
      setReplaces(!answer.isStamped);
      setPreview(answer);
    });
  }, [session, path, run]);

  const change = (next: string): void => {
    clear();
    work.clear();
    setWords(next);
  };
  const show = (): Promise<void> =>
    run(async ({ signal }) => {
      const input = { dossier: session.id, path, words, maxPx: shownPx };
      const answer = await session.client.call('files.purposePreview', input, { signal });
      setWords(answer.words);
      setPreview(answer);
    });
  const make = (): Promise<void> =>
    work.run(async (options) => {
      const input = { dossier: session.id, path, words, replace: replaces === true };
      const made = await session.perform('files.purpose', input, options);
      const key = made.fields.length > 0 ? 'purposeMade' : 'purposeMadeLoose';
      tell({
        message: t(key, { name: nameOfPath(made.path) }),
        undo: () => session.perform('files.undoRepair', { dossier: session.id, repair: made.repair }),
      });
      onClose();
    });

  return (
    <Modal
      open
      centered
      title={t('purposeTitle', { name })}
      width="min(860px, 96vw)"
      onCancel={onClose}
      closable={{ 'aria-label': t('purposeClose') }}
      mask={{ closable: false }}
      footer={
        <Button type="primary" disabled={isBusy || replaces === null} onClick={() => void make()}>
          {t('purposeMake')}
        </Button>
      }
    >
      <DialogBody label={t('purposeTitle', { name })}>
        <p className="soft">{t('purposeLead')}</p>
        <div className="stack-tight">
          <label htmlFor={field}>{t('purposeWords')}</label>
          <Input
            id={field}
            value={words}
            count={{ show: true, max: mostCharacters, strategy: (text) => Array.from(text).length }}
            onChange={(event) => change(event.target.value)}
            onPressEnter={() => void show()}
          />
          <div className="row">
            <Button size="small" disabled={isBusy || isShown} onClick={() => void show()}>
              {t('purposeShow')}
            </Button>
            <Button size="small" disabled={isBusy || words === proposed} onClick={() => change(proposed)}>
              {t('purposeProposed')}
            </Button>
          </div>
        </div>
        {look.error === null ? null : <FailureNotice error={look.error} />}
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
        {look.progress === null ? null : (
          <p className="soft" role="status">
            {t('purposeShowing')}
          </p>
        )}
        {preview === null ? null : (
          <div
            className={isShown ? 'purpose-pictures' : 'purpose-pictures purpose-pictures-old'}
            role="group"
            aria-label={t('purposePictures')}
          >
            <Shown title={t('purposeBefore')} picture={preview.before} />
            <Shown title={t('purposeAfter')} picture={preview.after} />
          </div>
        )}
        {replaces === null ? null : (
          <div className="stack-tight">
            <Checkbox checked={replaces} onChange={(event) => setReplaces(event.target.checked)}>
              {t('purposeReplace')}
            </Checkbox>
            {preview?.isStamped === true ? <p className="small soft">{t('purposeStamped')}</p> : null}
            <p className="small soft">{t('purposeReading')}</p>
          </div>
        )}
      </DialogBody>
    </Modal>
  );
}

function Shown({ title, picture }: { readonly title: string; readonly picture: Preview['before'] }) {
  const { client } = useSession();
  return (
    <figure>
      <img
        src={client.bridge.artifactUrl(picture.artifact)}
        alt={title}
        width={picture.widthPx}
        height={picture.heightPx}
      />
      <figcaption className="small soft">{title}</figcaption>
    </figure>
  );
}
