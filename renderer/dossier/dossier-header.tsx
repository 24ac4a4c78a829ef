import { useText } from '../text/use-text.ts';
import { SaveIndicator } from './save-indicator.tsx';
import { useSessionState } from './session-context.tsx';

/** Whose dossier this is, and whether it is saved. */
export function DossierHeader() {
  const t = useText('dossier');
  const { app, company } = useSessionState().data.document;
  return (
    <div className="dossier-header">
      <p className="dossier-name">
        {app?.name ?? t('unnamed.app')}
        <span className="dossier-company">{company?.name ?? t('unnamed.company')}</span>
      </p>
      <SaveIndicator />
    </div>
  );
}
