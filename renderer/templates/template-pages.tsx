import { Button, Select } from 'antd';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageSheet } from '../components/page-sheet.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import type { LivePreview } from './use-template-preview.ts';

interface TemplatePagesProps {
  readonly live: LivePreview;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Whose data the pages show; null for the sample's. */
  readonly dossier: string | null;
  readonly hasSample: boolean;
  readonly onDossier: (dossier: string | null) => void;
  readonly onPick: (field: string) => void;
}

/** The pages that a wording makes, with the sample's data or those of a dossier. */
export function TemplatePages(props: TemplatePagesProps) {
  const { live, page, onPage, dossier, hasSample, onDossier, onPick } = props;
  const t = useText('templates');
  const dossiers = useAnswer('dossiers.list', {});
  const { preview, faults } = live;
  const [picture] = preview?.pages ?? [];
  const last = Math.max(0, (preview?.pageCount ?? 1) - 1);
  if (page > last && live.isCurrent) onPage(last);
  const sample = { value: '', label: t(hasSample ? 'pages.sample' : 'pages.noSample') };
  const options = (dossiers.data?.dossiers ?? []).map((one) => ({
    value: one.dossier,
    label: one.title === '' ? t('pages.unnamed') : one.title,
  }));
  return (
    <section className="template-pages" aria-label={t('pages.title')}>
      <div className="row-between">
        <div className="row">
          <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {t('pages.previous')}
          </Button>
          <span className="small" aria-live="polite">
            {t('pages.page', { page: page + 1, pages: last + 1 })}
          </span>
          <Button size="small" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {t('pages.next')}
          </Button>
        </div>
        <Select
          className="template-data"
          aria-label={t('pages.data')}
          value={dossier ?? ''}
          onChange={(value) => onDossier(value === '' ? null : value)}
          options={[sample, ...options]}
        />
      </div>
      {live.error === null ? null : <FailureNotice error={live.error} />}
      <div className={faults.length === 0 ? 'template-paper' : 'template-paper template-paper-old'}>
        {picture === undefined ? (
          <p className="soft">{t(faults.length === 0 ? 'pages.making' : 'pages.none')}</p>
        ) : (
          <PageSheet
            picture={picture}
            alt={t('pages.alt', { page: picture.page + 1 })}
            words={preview?.words ?? []}
            onPick={onPick}
          />
        )}
      </div>
      {faults.length > 0 && picture !== undefined ? <p className="small soft">{t('pages.old')}</p> : null}
    </section>
  );
}
