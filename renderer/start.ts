import { createAppClient } from './client/app-client.ts';
import { createBrowserBridge } from './client/browser-bridge.ts';
import { markPage, rememberedLanguage } from './shell/page-language.ts';
import { paletteFor, rememberedAppearance, systemWish } from './theme/appearance.ts';
import { applyPalette } from './theme/palette.ts';

// The first thing that runs, small, so that what the first page shows is on its way while the program that shows it is read.
const language = rememberedLanguage();
markPage(language);
applyPalette(paletteFor(rememberedAppearance(), systemWish()), document.documentElement);

const client = createAppClient(window.yinqi ?? createBrowserBridge(), language);
const program = import('./main.tsx');
if (/^#?\/?$/.test(location.hash)) {
  client.askAhead('dossiers.list', {});
  // Its failure is told where the page is shown, which asks for it again.
  import('./home/home-page.tsx').catch(() => undefined);
}
const { showApp } = await program;
showApp(client);
