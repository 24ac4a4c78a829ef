import { loadPeer, type StartPeer } from './peer.ts';
import { page, type } from './page-measures.ts';

type Element = unknown;
interface React {
  createElement(kind: unknown, props: object | null, ...children: readonly unknown[]): Element;
}
interface ReactPdf {
  readonly Document: unknown;
  readonly Page: unknown;
  readonly Text: unknown;
  readonly Font: {
    register(font: { readonly family: string; readonly src: string }): void;
    registerHyphenationCallback(split: (word: string) => readonly string[]): void;
  };
  renderToBuffer(document: Element): Promise<Buffer>;
}

export const startReactPdf: StartPeer = async ({ peersFolder, fontFile }) => {
  // Safe: the parts of the packages' interfaces that are used here.
  const { createElement } = loadPeer(peersFolder, 'react') as React;
  const { Document, Page, Text, Font, renderToBuffer } = loadPeer(
    peersFolder,
    '@react-pdf/renderer',
  ) as ReactPdf;
  Font.register({ family: 'serif', src: fontFile });
  // Without this a Chinese paragraph is one word, which is never broken.
  Font.registerHyphenationCallback((word) => Array.from(word).flatMap((character) => [character, '']));
  const body = { fontSize: type.bodyPt, lineHeight: type.pitchPt / type.bodyPt };
  return {
    make: ({ title, paragraphs, signature }) =>
      renderToBuffer(
        createElement(
          Document,
          null,
          createElement(
            Page,
            {
              size: 'A4',
              style: {
                fontFamily: 'serif',
                paddingTop: page.topPt,
                paddingBottom: page.bottomPt,
                paddingHorizontal: page.sidePt,
              },
            },
            createElement(Text, { style: { fontSize: type.titlePt, textAlign: 'center' } }, title),
            ...paragraphs.map((text) =>
              createElement(
                Text,
                { style: { ...body, textIndent: type.indentPt, textAlign: 'justify' } },
                text,
              ),
            ),
            ...signature.map((text) => createElement(Text, { style: { ...body, textAlign: 'right' } }, text)),
          ),
        ),
      ),
  };
};
