import { lazy, Suspense, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { useShortcut, useShortcutKeys } from './shortcut-stack.ts';

const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

/** The way to the list of shortcuts, by button or by a question mark; listens to every shortcut of the app. */
export function ShortcutHelp() {
  const t = useText('shell');
  const [isOpen, setOpen] = useState(false);
  useShortcutKeys();
  useShortcut('help', () => setOpen(true));
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('keys.open')}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ShortcutList onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
