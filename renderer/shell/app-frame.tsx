import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useRoute, type Route } from './routes.ts';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useFocusKeeper } from './use-focus-keeper.ts';
import './app-frame.css';

/** What the bar names, with the pages that belong to each. */
const areas = [
  { text: 'nav.dossiers', href: '#/', pages: ['home'] },
  { text: 'nav.companies', href: '#/companies', pages: ['companies', 'people'] },
  { text: 'nav.templates', href: '#/templates', pages: ['templates', 'forms', 'clauses'] },
  { text: 'nav.data', href: '#/data', pages: ['data'] },
] as const satisfies readonly { text: string; href: string; pages: readonly Route['page'][] }[];

/** The frame around every page: the mark, the way home, the language, and what is wrong with the connection. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const t = useText('shell');
  const { page } = useRoute();
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
            {areas.map(({ text, href, pages }) => (
              <a
                key={href}
                href={href}
                aria-current={pages.some((each) => each === page) ? 'page' : undefined}
              >
                {t(text)}
              </a>
            ))}
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
