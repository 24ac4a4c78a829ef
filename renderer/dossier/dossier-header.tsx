import { Button } from 'antd';
import { useShortcut } from '../shell/shortcut-stack.ts';
import { useText } from '../text/use-text.ts';
import { RetraceButtons } from './retrace-buttons.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { useSessionState } from './session-context.tsx';
import type { Guide } from './use-guide.ts';

/** Whose dossier this is, and whether it is saved. */
export function DossierHeader({ guide }: { readonly guide: Guide }) {
  const t = useText('dossier');
  const guideText = useText('guide');
  useShortcut('explain', () => guide.setOpen(!guide.isOpen));
  const { app, company } = useSessionState().data.document;
  return (
    <div className="dossier-header">
      <p className="dossier-name">
        {app?.name ?? t('unnamed.app')}
        <span className="dossier-company">{company?.name ?? t('unnamed.company')}</span>
      </p>
      <div className="dossier-tools">
        <Button
          size="small"
          aria-expanded={guide.isOpen}
          title={guideText('open.keys')}
          onClick={() => guide.setOpen(!guide.isOpen)}
        >
          {guideText('open')}
        </Button>
        <RetraceButtons />
        <SaveIndicator />
      </div>
    </div>
  );
}
