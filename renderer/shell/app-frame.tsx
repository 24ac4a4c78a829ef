import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useFocusKeeper } from './use-focus-keeper.ts';
import './app-frame.css';

/** The frame around every page: the mark, the way home, the language, and what is wrong with the connection. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const t = useText('shell');
  useFocusKeeper('content');
  return (
    <div className="app-frame">
      <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {t('skip')}
      </button>
      <header className="app-header">
        <div className="app-header-inner">
          <BrandMark />
          <nav className="app-nav" aria-label={t('nav.label')}>
            <a href="#/">{t('nav.dossiers')}</a>
            <a href="#/companies">{t('nav.companies')}</a>
            <a href="#/templates">{t('nav.templates')}</a>
            <a href="#/data">{t('nav.data')}</a>
          </nav>
          <AppearanceSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <ConnectionNotice />
      <main id="content" className="app-content" tabIndex={-1}>
        {children}
      </main>
      <footer className="app-footer">
        <p>{t('footnote')}</p>
        <ShortcutHelp />
      </footer>
    </div>
  );
}
