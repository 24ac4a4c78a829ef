import { Button } from 'antd';
import { useState } from 'react';
import type { TemplateReview } from '../../main/contract/templates.ts';
import { useClient } from '../client/client-context.tsx';
import { DropZone } from '../components/drop-zone.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { hrefOf } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { ComparedLines } from './compared-lines.tsx';

interface TemplateWordProps {
  readonly letter: string;
  /** Takes the reviewed text to the editor. */
  readonly onTake: (text: string) => void;
}

/** A wording out to a lawyer as a Word file, and the reviewed one back: what changed, and what was read otherwise than it looks. */
export function TemplateWord({ letter, onTake }: TemplateWordProps) {
  const t = useText('templates');
  const client = useClient();
  const [review, setReview] = useState<TemplateReview | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const work = useWork();
  const send = (): Promise<void> =>
    work.run(async ({ signal }) => {
      setSaved(null);
      const { artifact, fileName } = await client.call('templates.word', { letter }, { signal });
      if (artifact === undefined) return;
      if ((await client.bridge.saveArtifact(artifact, fileName)).saved) setSaved(fileName);
    });
  const take = (file: File): Promise<void> =>
    work.run(async ({ signal }) => {
      setReview(null);
      const grant = await client.grantFile(file);
      setReview(await client.call('templates.read-word', { file: grant }, { signal }));
    });
  const isOther = review !== null && review.letter !== letter;
  return (
    <div className="stack-wide template-word">
      <section className="stack-tight" aria-labelledby="word-out">
        <h2 id="word-out">{t('word.out')}</h2>
        <p className="soft">{t('word.outLead')}</p>
        <div className="row">
          <Button type="primary" disabled={work.progress !== null} onClick={() => void send()}>
            {t('word.download')}
          </Button>
          <span className="small soft" role="status">
            {saved === null ? '' : t('word.saved', { name: saved })}
          </span>
        </div>
      </section>
      <section className="stack" aria-labelledby="word-in">
        <h2 id="word-in">{t('word.in')}</h2>
        <p className="soft">{t('word.inLead')}</p>
        <DropZone
          label={t('word.drop')}
          hint={t('word.dropHint')}
          busy={work.progress !== null}
          onFiles={([file]) => {
            if (file !== undefined) void take(file);
          }}
        />
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {review === null ? null : (
          <div className="stack" role="status">
            <p>
              {t('word.read', { title: review.title })}{' '}
              {review.changed
                ? t('word.changed', { added: review.added, removed: review.removed, version: review.version })
                : t('word.unchanged')}
            </p>
            {review.basedOn !== undefined && review.basedOn !== review.from.version ? (
              <p className="letter-missing">
                {t('word.older', { based: review.basedOn, now: review.from.version })}
              </p>
            ) : null}
            {review.remarks.length === 0 ? null : (
              <section className="stack-tight" aria-labelledby="word-remarks">
                <h3 id="word-remarks">{t('word.remarks')}</h3>
                <ul className="batch-rows">
                  {review.remarks.map(({ paragraph, text }) => (
                    <li key={`${paragraph} ${text}`}>
                      <span className="batch-row">
                        {paragraph === 0 ? t('word.whole') : t('word.paragraph', { paragraph })}
                      </span>
                      <span className="break">{text}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {review.changed ? (
              <>
                <ComparedLines lines={review.lines} />
                <div>
                  {isOther ? (
                    <p>
                      {t('word.other', { title: review.title })}{' '}
                      <a href={hrefOf({ page: 'templates', letter: review.letter })}>{t('word.goOther')}</a>
                    </p>
                  ) : (
                    <Button type="primary" onClick={() => onTake(review.text)}>
                      {t('word.take')}
                    </Button>
                  )}
                </div>
              </>
            ) : null}
          </div>
        )}
      </section>
    </div>
  );
}
