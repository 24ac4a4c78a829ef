import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { page, type } from './page-measures.ts';
import type { StartPeer } from './peer.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Chromium's print to PDF through playwright: one browser and one page for all letters. */
export const startChromium: StartPeer = async ({ fontFile, scratch }) => {
  const browser = await launchChromium();
  const sheet = await browser.newPage();
  const path = join(scratch, 'letter.html');
  const style = `@font-face { font-family: serif-sc; src: url("${pathToFileURL(fontFile).href}") }
@page { size: A4; margin: ${page.topPt}pt ${page.sidePt}pt ${page.bottomPt}pt }
body { margin: 0; font: ${type.bodyPt}pt/${type.pitchPt}pt serif-sc; text-align: justify }
h1 { font-size: ${type.titlePt}pt; font-weight: normal; text-align: center } p { margin: 0; text-indent: 2em }
.signature { text-align: right; text-indent: 0 }`;
  return {
    async make({ title, paragraphs, signature }) {
      writeFileSync(
        path,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style><h1>${escaped(title)}</h1>` +
          paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('') +
          signature.map((text) => `<p class="signature">${escaped(text)}</p>`).join(''),
      );
      await sheet.goto(pathToFileURL(path).href);
      return sheet.pdf({ preferCSSPageSize: true });
    },
    close: () => browser.close(),
  };
};
