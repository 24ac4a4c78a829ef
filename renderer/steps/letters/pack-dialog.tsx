import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { DialogBody } from '../../components/dialog-body.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useWork } from '../../components/use-work.ts';
import { WorkProgress } from '../../components/work-progress.tsx';
import { makerName } from '../../dossier/maker-name.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { useText } from '../../text/use-text.ts';
import { packRequest, packStateOf } from './pack-choice.ts';
import { PackPaperList, type PaperSources } from './pack-papers.tsx';
import { PackSummary } from './pack-summary.tsx';
import { PrintSettings, usePrintOptions } from './print-options.tsx';
import './pack-dialog.css';
import { NotKeptNotice } from './not-kept-notice.tsx';

interface PackDialogProps {
  readonly letters: readonly LetterSummary[];
  readonly onClose: () => void;
}

/** Chooses what goes into a print pack, makes it, and says page by page what is done with it. */
export function PackDialog({ letters, onClose }: PackDialogProps) {
  const t = useText('letterDesk');
  useFocusReturn();
  const session = useSession();
  const { client } = session;
  const { options } = usePrintOptions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(letters.filter((one) => packStateOf(one) === 'print').map(({ letter }) => letter)),
  );
  const [sources, setSources] = useState<PaperSources>({});
  const [purposeLine, setPurposeLine] = useState(false);
  const [pack, setPack] = useState<MethodOutput<'letters.pack'> | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const work = useWork();
  const demanded = letters.filter(({ need }) => need !== 'notice');
  const notices = letters.filter((one) => one.need === 'notice' && packStateOf(one) !== 'held');
  const given = Object.entries(sources).filter(([, files]) => files.length > 0);
  const isEmpty = chosen.size === 0 && given.length === 0;

  const choose = (letter: string, isChosen: boolean): void =>
    setChosen(new Set(isChosen ? [...chosen, letter] : [...chosen].filter((one) => one !== letter)));
  const make = (): Promise<void> =>
    work.run(async ({ signal, onProgress }) => {
      setPack(null);
      setSaved(null);
      await session.flush();
      const granted: Record<string, string[]> = {};
      for (const [paper, files] of given) {
        granted[paper] = await Promise.all(files.map((file) => client.grantFile(file)));
      }
      const made = await client.call(
        'letters.pack',
        {
          dossier: session.id,
          by: makerName(),
          ...packRequest(letters, chosen),
          ...(given.length === 0 ? {} : { sources: granted }),
          ...(purposeLine ? { purposeLine } : {}),
          ...options,
        },
        { signal, onProgress },
      );
      setPack(made);
    });
  const save = async (): Promise<void> => {
    if (pack?.artifact === undefined) return;
    const { saved: isSaved } = await client.bridge.saveArtifact(pack.artifact, pack.fileName);
    if (isSaved) setSaved(pack.fileName);
  };
  const list = (some: readonly LetterSummary[]) => (
    <ul className="pack-list">
      {some.map((letter) => (
        <li key={letter.letter}>
          <PackLetter
            letter={letter}
            isChosen={chosen.has(letter.letter)}
            onChoose={(isChosen) => choose(letter.letter, isChosen)}
          />
        </li>
      ))}
    </ul>
  );

  return (
    <Modal
      open
      centered
      title={t('pack.title')}
      width="min(880px, 96vw)"
      onCancel={onClose}
      closable={{ 'aria-label': t('pack.close') }}
      mask={{ closable: false }}
      footer={
        pack === null ? (
          <Button type="primary" disabled={isEmpty || work.progress !== null} onClick={() => void make()}>
            {t('pack.make')}
          </Button>
        ) : (
          <>
            <Button onClick={() => setPack(null)}>{t('pack.change')}</Button>
            <Button type="primary" onClick={() => void save()}>
              {t('pack.save')}
            </Button>
          </>
        )
      }
    >
      <DialogBody label={t('pack.title')}>
        {pack === null ? (
          <div className="stack-wide">
            <p className="soft">{t('pack.lead')}</p>
            <section className="stack-tight" aria-labelledby="pack-letters">
              <h3 id="pack-letters">{t('pack.letters')}</h3>
              {list(demanded)}
              {notices.length === 0 ? null : (
                <details>
                  <summary>{t('pack.notices', { count: notices.length })}</summary>
                  {list(notices)}
                </details>
              )}
            </section>
            <PackPaperList sources={sources} onChange={setSources} />
            <div className="stack-tight">
              <PrintSettings showsSeal={false} />
              <Checkbox checked={purposeLine} onChange={(event) => setPurposeLine(event.target.checked)}>
                {t('pack.purposeLine')}
              </Checkbox>
            </div>
          </div>
        ) : (
          <>
            <PackSummary pack={pack} saved={saved} />
            <NotKeptNotice why={pack.notKept} />
          </>
        )}
        {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {work.wasCancelled ? <p role="status">{t('cancelled')}</p> : null}
      </DialogBody>
    </Modal>
  );
}

interface PackLetterProps {
  readonly letter: LetterSummary;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function PackLetter({ letter, isChosen, onChoose }: PackLetterProps) {
  const t = useText('letterDesk');
  const state = packStateOf(letter);
  const lacking = letter.missingFields.map(({ title }) => title);
  return (
    <Checkbox
      checked={isChosen}
      disabled={state === 'held'}
      onChange={(event) => onChoose(event.target.checked)}
    >
      {letter.title}
      <span className="small faint">
        {state === 'held' && lacking.length > 0
          ? t('pack.lacks', { fields: lacking.join(t('comma')) })
          : t(`pack.state.${state}`)}
      </span>
    </Checkbox>
  );
}
