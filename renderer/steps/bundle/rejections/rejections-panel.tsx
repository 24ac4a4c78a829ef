import { Button } from 'antd';
import { useState } from 'react';
import { useSessionState } from '../../../dossier/session-context.tsx';
import { useAnswer } from '../../../dossier/use-answer.ts';
import { useText } from '../../../text/use-text.ts';
import { NotePreview } from './note-preview.tsx';
import { RejectionForm } from './rejection-form.tsx';
import { RejectionTasks } from './rejection-tasks.tsx';
import './rejections.css';

/** What the platform sent back: noted down, searched for its clauses, done point by point, answered at the next export. */
export function RejectionsPanel({ exports }: { readonly exports: number }) {
  const t = useText('history');
  const { data } = useSessionState();
  const about = useAnswer('app.about', {});
  const [isOpen, setOpen] = useState(false);
  const rejections = data.document.rejections ?? [];
  const today = about.data?.today;
  return (
    <section className="bundle-section" aria-labelledby="bundle-rejections">
      <h2 id="bundle-rejections">{t('rejections')}</h2>
      <p className="soft">{t('rejectionsLead')}</p>
      {today === undefined ? null : (
        <>
          {rejections
            .map((rejection, index) => (
              <RejectionTasks key={rejection.id} rejection={rejection} index={index} today={today} />
            ))
            .toReversed()}
          {rejections.length === 0 ? null : <NotePreview exports={exports} />}
          {isOpen ? (
            <RejectionForm today={today} onDone={() => setOpen(false)} />
          ) : (
            <div>
              <Button onClick={() => setOpen(true)}>{t('newRejection')}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
