import { Button } from 'antd';
import type { Retraced } from '../client/dossier-session.ts';
import { useTell } from '../components/undo-notice.tsx';
import { useShortcut } from '../shell/shortcut-stack.ts';
import { navigate, useRoute } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { useFieldTitle } from './field-title.ts';
import { routeForField, showField } from './jump-to-field.ts';
import { useSession, useSessionState } from './session-context.tsx';

/** Takes edits of this session back and does them again, by button or key, and shows the field that changed. */
export function RetraceButtons() {
  const t = useText('dossier');
  const session = useSession();
  const { canUndo, canRedo } = useSessionState();
  const titleOf = useFieldTitle();
  const route = useRoute();
  const tell = useTell();

  const retrace = (which: 'undo' | 'redo'): boolean => {
    const retraced: Retraced | null = session[which]();
    if (retraced === null) return false;
    const [field = ''] = retraced.fields;
    const titles = [...new Set(retraced.fields.map(titleOf))];
    const what =
      titles.length > 2
        ? t('retrace.more', { field: titles[0] ?? '', count: titles.length })
        : titles.join(t('retrace.comma'));
    tell(t(retraced.isStale ? 'retrace.stale' : `retrace.${which}.done`, { field: what }));
    const isInDialog = (document.activeElement?.closest('[role="dialog"]') ?? null) !== null;
    const target = routeForField(session.id, field);
    if (isInDialog || target.page !== 'dossier') return true;
    if (route.page === 'dossier' && route.step === target.step) showField(field);
    else navigate(target);
    return true;
  };
  useShortcut('undo', () => retrace('undo'), { worksInDialogs: true });
  useShortcut('redo', () => retrace('redo'), { worksInDialogs: true });

  return (
    <div className="retrace-buttons" role="group" aria-label={t('retrace.label')}>
      <Button size="small" disabled={!canUndo} title={t('retrace.undo.keys')} onClick={() => retrace('undo')}>
        {t('retrace.undo')}
      </Button>
      <Button size="small" disabled={!canRedo} title={t('retrace.redo.keys')} onClick={() => retrace('redo')}>
        {t('retrace.redo')}
      </Button>
    </div>
  );
}
