import type { CompanyDetails, KeptCompany } from '../../main/contract/kept-companies.ts';
import { useClient } from '../client/client-context.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { Sheet } from '../form/sheet.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { KeptField, PersonParts } from './kept-field.tsx';
import { NotOpenYet } from './not-open-yet.tsx';
import { SavingLine } from './saving-line.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { UsedIn } from './used-in.tsx';
import './companies.css';

/** One kept company: its fields, and the dossiers that say something else. */
export function CompanyDetailPage({ company }: { readonly company: string }) {
  const t = useText('companies');
  const { data, error, reload } = useAnswer('companies.open', { company });
  if (data !== null) return <OpenCompany key={data.company} opened={data} />;
  return <NotOpenYet title={t('companies.title')} error={error} onRetry={reload} />;
}

function OpenCompany({ opened }: { readonly opened: KeptCompany }) {
  const t = useText('companies');
  const fields = useText('fields');
  const client = useClient();
  const { company, logo } = opened;
  const form = useKeptDraft<CompanyDetails>(opened, async (details, baseRevision) => {
    const saved = await client.call('companies.save', { company, baseRevision, details });
    return saved.revision;
  });
  const { details, change } = form;
  const title =
    details.name === undefined || details.name.trim() === '' ? t('company.unnamed') : details.name;
  usePageTitle(title);
  const text = (
    key: 'name' | 'uscc' | 'address' | 'website' | 'phone' | 'icpNumber',
    inputMode: 'text' | 'url' | 'tel' = 'text',
  ) => (
    <KeptField
      label={fields(`company.${key}`)}
      value={details[key]}
      inputMode={inputMode}
      onChange={(value) => change({ ...details, [key]: value })}
    />
  );
  return (
    <>
      <p className="kept-back">
        <a href="#/companies">{t('back')}</a>
      </p>
      <PageHeading title={title} />
      <SavingLine saving={form.saving} error={form.error} onRetry={() => void form.flush()} />
      <div className="form-sections">
        <Sheet title={t('form.basics')}>
          {text('name')}
          {text('uscc')}
          {text('address')}
        </Sheet>
        <Sheet title={t('form.contact')}>
          {text('website', 'url')}
          {text('phone', 'tel')}
          {text('icpNumber')}
          {logo === null ? null : <p className="soft break">{t('form.logo', { name: logo })}</p>}
        </Sheet>
        <Sheet title={t('form.legal')}>
          <PersonParts
            person={details.legalRepresentative ?? {}}
            hasContact={false}
            of={t('form.legal')}
            onChange={({ name, idType, idNumber }) =>
              change({ ...details, legalRepresentative: { name, idType, idNumber } })
            }
          />
        </Sheet>
        <Sheet title={t('form.agent')}>
          <PersonParts
            person={details.agent ?? {}}
            hasContact
            of={t('form.agent')}
            onChange={(agent) => change({ ...details, agent })}
          />
        </Sheet>
        <UsedIn company={company} saving={form.saving} />
      </div>
    </>
  );
}
