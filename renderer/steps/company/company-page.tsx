import { PageHeading } from '../../components/page-heading.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { Sheet } from '../../form/sheet.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useText } from '../../text/use-text.ts';
import { KeptCompanyPanel } from './kept/kept-company-panel.tsx';
import { KeptPersonChoice } from './kept/kept-person-choice.tsx';
import { PartiesFields } from './parties-fields.tsx';
import { PapersPanel } from './papers/papers-panel.tsx';
import { PersonFields } from './person-fields.tsx';
import { SealFields } from './seal-fields.tsx';

/** The step 公司信息: everything about the company, its people and others whose papers are needed. */
export function CompanyPage() {
  const t = useText('companyForm');
  useFocusField();
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="form-sections">
        <KeptCompanyPanel />
        <PapersPanel />
        <Sheet title={t('basics.title')} lead={t('basics.lead')}>
          <TextField field="company.name" hint={t('name.hint')} autoComplete="organization" />
          <TextField field="company.uscc" hint={t('uscc.hint')} isUpperCase />
          <TextField field="company.address" hint={t('address.hint')} />
        </Sheet>
        <Sheet title={t('contact.title')} lead={t('contact.lead')}>
          <TextField field="company.website" hint={t('website.hint')} inputMode="url" />
          <TextField field="company.phone" hint={t('phone.hint')} inputMode="tel" />
          <TextField field="company.icpNumber" hint={t('icpNumber.hint')} />
        </Sheet>
        <Sheet title={t('legal.title')} lead={t('legal.lead')}>
          <KeptPersonChoice field="company.legalRepresentative" title={t('legal.title')} />
          <PersonFields field="company.legalRepresentative" />
        </Sheet>
        <Sheet title={t('agent.title')} lead={t('agent.lead')}>
          <KeptPersonChoice field="company.agent" title={t('agent.title')} />
          <PersonFields field="company.agent" />
          <TextField field="company.agent.phone" hint={t('agent.phone.hint')} inputMode="tel" />
          <TextField field="company.agent.email" inputMode="email" />
        </Sheet>
        <SealFields />
        <PartiesFields />
      </div>
    </>
  );
}
