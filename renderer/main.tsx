import { createRoot } from 'react-dom/client';
import { createAppClient } from './client/app-client.ts';
import { createBrowserBridge } from './client/browser-bridge.ts';
import { ClientProvider } from './client/client-context.tsx';
import { App, loadPage } from './shell/app.tsx';
import { LanguageProvider, markPage, rememberedLanguage } from './shell/language-context.tsx';
import { routeOf } from './shell/routes.ts';
import { createTranslator } from './text/translator.ts';
import { applyPalette } from './theme/palette.ts';
import { paletteFor, rememberedAppearance, systemWish } from './theme/appearance.ts';
import { AppearanceProvider } from './theme/appearance-context.tsx';
import { showOwnFace } from './theme/show-own-face.ts';
import './theme/fonts.css';
import './theme/base.css';
import './theme/dialog.css';
import './theme/contrast.css';
import './theme/print.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

showOwnFace(document);
const language = rememberedLanguage();
markPage(language);
applyPalette(paletteFor(rememberedAppearance(), systemWish()), document.documentElement);

await loadPage(routeOf(window.location.hash));
createRoot(root).render(
  <ClientProvider client={createAppClient(window.yinqi ?? createBrowserBridge(), language)}>
    <LanguageProvider translator={createTranslator(language)}>
      <AppearanceProvider>
        <App />
      </AppearanceProvider>
    </LanguageProvider>
  </ClientProvider>,
);
