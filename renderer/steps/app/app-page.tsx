import { PageHeading } from '../../components/page-heading.tsx';
import { hrefForField, useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { TextField } from '../../form/text-field.tsx';
import { TextFileField } from '../../form/text-file-field.tsx';
import { useText } from '../../text/use-text.ts';
import { KeywordsField } from './keywords-field.tsx';
import { PermissionsField } from './permissions-field.tsx';
import { TextReviewPanel } from './text-review/text-review-panel.tsx';

/** The step 应用信息: everything about the app that is typed, and its two agreements. */
export function AppPage() {
  const t = useText('appForm');
  const session = useSession();
  useFocusField();
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="form-sections">
        <Sheet title={t('details.title')}>
          <TextField field="app.name" hint={t('name.hint')} isCounted />
          <TextField field="app.installedName" hint={t('installedName.hint')} isCounted />
          <TextField field="app.intro" hint={t('intro.hint')} isCounted />
          <TextField field="app.description" hint={t('description.hint')} rows={6} isCounted />
          <KeywordsField />
        </Sheet>
        <Sheet title={t('version.title')}>
          <TextField field="app.version" hint={t('version.hint')} />
          <TextField field="app.releaseNotes" hint={t('releaseNotes.hint')} rows={3} isCounted />
        </Sheet>
        <PermissionsField />
        <Sheet title={t('agreements.title')} lead={t('agreements.lead')}>
          <TextField field="app.privacyPolicyUrl" hint={t('privacyPolicyUrl.hint')} inputMode="url" />
          <TextFileField field="app.privacyPolicy" hint={t('file.hint')} />
          <TextField field="app.termsUrl" hint={t('termsUrl.hint')} inputMode="url" />
          <TextFileField field="app.terms" hint={t('file.hint')} />
        </Sheet>
        <TextReviewPanel />
        <Sheet title={t('files.title')} lead={t('files.lead')}>
          <p>
            <a href={hrefForField(session.id, 'app.logo')}>{t('files.go')}</a>
          </p>
        </Sheet>
      </div>
    </>
  );
}
