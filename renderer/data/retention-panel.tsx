import { Button } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import type { DossierRetention } from '../../main/contract/retention.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { Answer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { RetentionDialog } from './retention-dialog.tsx';

interface RetentionPanelProps {
  readonly dossiers: Answer<MethodOutput<'dossiers.list'>>;
  readonly retention: Answer<MethodOutput<'retention.list'>>;
  readonly onChanged: () => void;
}

interface Asked {
  readonly summary: DossierSummary;
  readonly retention: DossierRetention | null;
}

/** What is erased when after acceptance, dossier by dossier; what is due is erased only when that is confirmed. */
export function RetentionPanel({ dossiers, retention, onChanged }: RetentionPanelProps) {
  const t = useText('data');
  const [setting, setSetting] = useState<Asked | null>(null);
  const [erasing, setErasing] = useState<Asked | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const error = dossiers.error ?? retention.error;
  const all = dossiers.data?.dossiers ?? [];
  const rows = all.map((summary): Asked => ({
    summary,
    retention: retention.data?.dossiers.find(({ dossier }) => dossier === summary.dossier) ?? null,
  }));
  const titles = new Map(all.map(({ dossier, title }) => [dossier, title]));
  return (
    <section className="data-section" aria-labelledby="data-retention">
      <h2 id="data-retention">{t('retain.title')}</h2>
      <p className="soft">{t('retain.lead')}</p>
      {error === null ? null : <FailureNotice error={error} />}
      {dossiers.data !== null && rows.length === 0 ? <p>{t('retain.empty')}</p> : null}
      {rows.length === 0 ? null : (
        <div className="table-scroll">
          <table className="plain-table data-retention">
            <thead>
              <tr>
                <th scope="col">{t('retain.dossier')}</th>
                <th scope="col">{t('retain.accepted')}</th>
                <th scope="col">{t('retain.setting')}</th>
                <th scope="col">{t('retain.state')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('retain.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RetentionRow
                  key={row.summary.dossier}
                  row={row}
                  onSet={() => setSetting(row)}
                  onErase={() => setErasing(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div role="status">
        {done.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="small soft">{t('retain.honest')}</p>
      {setting === null ? null : (
        <RetentionDialog
          dossier={setting.summary.dossier}
          title={setting.summary.title}
          retention={setting.retention}
          onClose={(isChanged) => {
            setSetting(null);
            if (isChanged) onChanged();
          }}
        />
      )}
      {erasing === null || erasing.retention === null ? null : (
        <EraseDialog
          title={erasing.summary.title}
          retention={erasing.retention}
          onClose={(erasure) => {
            setErasing(null);
            if (erasure === null) return;
            setDone([
              t('erase.done', { count: erasure.erased.length }),
              ...erasure.kept.map(({ path, usedBy }) =>
                t('erase.kept', { path, titles: usedBy.map((id) => titles.get(id) ?? id).join('、') }),
              ),
            ]);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function RetentionRow({
  row: { summary, retention },
  onSet,
  onErase,
}: {
  readonly row: Asked;
  readonly onSet: () => void;
  readonly onErase: () => void;
}) {
  const t = useText('data');
  const { title, company } = summary;
  const setting = retention?.setting ?? null;
  const what = setting?.what.map((kind) => t(`what.${kind}`)).join(t('what.and')) ?? '';
  const count = retention?.papers.length ?? 0;
  const texts = retention?.historyTexts ?? 0;
  const isDue = retention?.isDue === true && count + texts > 0;
  const erased = retention?.erased.length ?? 0;
  const state = (): string => {
    if (setting === null) return '';
    const dueOn = retention?.dueOn ?? null;
    if (dueOn === null) return t('retain.waiting');
    if (count + texts === 0) return t('retain.nothing');
    if (count === 0) return t(isDue ? 'retain.dueTexts' : 'retain.laterTexts', { count: texts, date: dueOn });
    return isDue ? t('retain.due', { count }) : t('retain.later', { count, date: dueOn });
  };
  return (
    <tr>
      <td>
        {title}
        {company === '' ? null : <div className="small faint">{company}</div>}
      </td>
      <td className="data-nowrap">{retention?.acceptedOn ?? '—'}</td>
      <td>
        {setting === null
          ? t('retain.none')
          : t('retain.rule', { days: setting.days, what }) +
            (setting.when === 'at-start' ? t('retain.auto') : '')}
      </td>
      <td className={isDue ? 'data-due' : undefined}>
        {[state(), erased === 0 ? '' : t('retain.erased', { count: erased })]
          .filter((part) => part !== '')
          .join(' · ')}
      </td>
      <td>
        <div className="row data-row-actions">
          <Button size="small" aria-label={t('retain.setOf', { title })} onClick={onSet}>
            {t('retain.set')}
          </Button>
          {isDue ? (
            <Button size="small" danger aria-label={t('retain.eraseOf', { title })} onClick={onErase}>
              {t('retain.erase')}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
