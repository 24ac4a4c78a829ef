import type { KeptPerson, PersonDetails } from '../../main/contract/kept-companies.ts';
import { useClient } from '../client/client-context.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { Sheet } from '../form/sheet.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { PersonParts } from './kept-field.tsx';
import { NotOpenYet } from './not-open-yet.tsx';
import { SavingLine } from './saving-line.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import './companies.css';

/** One kept person. */
export function PersonPage({ person }: { readonly person: string }) {
  const t = useText('companies');
  const { data, error, reload } = useAnswer('people.open', { person });
  if (data !== null) return <OpenPerson key={data.person} opened={data} />;
  return <NotOpenYet title={t('people.title')} error={error} onRetry={reload} />;
}

function OpenPerson({ opened }: { readonly opened: KeptPerson }) {
  const t = useText('companies');
  const client = useClient();
  const { person } = opened;
  const form = useKeptDraft<PersonDetails>(opened, async (details, baseRevision) => {
    const saved = await client.call('people.save', { person, baseRevision, details });
    return saved.revision;
  });
  const { name } = form.details;
  const title = name === undefined || name.trim() === '' ? t('person.unnamed') : name;
  usePageTitle(title);
  return (
    <>
      <p className="kept-back">
        <a href="#/companies">{t('back')}</a>
      </p>
      <PageHeading title={title} />
      <SavingLine saving={form.saving} error={form.error} onRetry={() => void form.flush()} />
      <div className="form-sections">
        <Sheet title={t('form.person')}>
          <PersonParts person={form.details} hasContact of="" onChange={form.change} />
        </Sheet>
      </div>
    </>
  );
}
