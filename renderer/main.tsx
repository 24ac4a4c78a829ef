import { createRoot } from 'react-dom/client';
import type { AppClient } from './client/app-client.ts';
import { ClientProvider } from './client/client-context.tsx';
import { App } from './shell/app.tsx';
import { LanguageProvider } from './shell/language-context.tsx';
import { createTranslator } from './text/translator.ts';
import { AppearanceProvider } from './theme/appearance-context.tsx';
import './theme/fonts.css';
import './theme/base.css';
import './theme/dialog.css';
import './theme/contrast.css';
import './theme/print.css';

/** Shows the app in the page, in the client's language. Throws where the page has no place for it. */
export function showApp(client: AppClient): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <ClientProvider client={client}>
      <LanguageProvider translator={createTranslator(client.language())}>
        <AppearanceProvider>
          <App />
        </AppearanceProvider>
      </LanguageProvider>
    </ClientProvider>,
  );
}
