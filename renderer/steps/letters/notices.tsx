import { Select } from 'antd';
import { useState } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useRoute } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import type { Inspections } from '../files/use-inspections.ts';
import { LetterCard } from './letter-card.tsx';

interface NoticesProps {
  readonly notices: readonly LetterSummary[];
  readonly inspections: Inspections;
}

/** The notices that the agreements provide for: one is chosen, filled in and printed when there is occasion. */
export function Notices({ notices, inspections }: NoticesProps) {
  const t = useText('letters');
  const route = useRoute();
  const focused = route.page === 'dossier' ? route.focus?.split('.')[1] : undefined;
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = notices.find(({ letter }) => letter === (picked ?? focused));
  if (notices.length === 0) return null;
  return (
    <section className="letters-section" aria-labelledby="letters-notices">
      <h2 id="letters-notices">{t('noticesTitle')}</h2>
      <p className="soft letters-lead">{t('noticesLead')}</p>
      <Select
        className="letters-notice-choice"
        aria-label={t('noticesChoose')}
        placeholder={t('noticesChoose')}
        value={chosen?.letter ?? null}
        onChange={(letter) => setPicked(letter)}
        options={notices.map(({ letter, title }) => ({ value: letter, label: title }))}
      />
      {chosen === undefined ? null : (
        <LetterCard key={chosen.letter} letter={chosen} inspections={inspections} />
      )}
    </section>
  );
}
