import type { StartPeer } from './peer.ts';

/** What letters are measured against, each loaded when it is asked for. */
export const peers: readonly {
  readonly id: string;
  readonly title: string;
  /** How many letters it makes in a round: the slow ones fewer. */
  readonly perRound: number;
  readonly start: StartPeer;
}[] = [
  { id: 'typst', title: 'Typst 0.14 (addon 0.7.0)', perRound: 40, start: async (place) => (await import('./typst-peer.ts')).startTypst(place) }, // prettier-ignore
  { id: 'pdfkit', title: 'pdfkit 0.20.2', perRound: 3, start: async (place) => (await import('./pdfkit-peer.ts')).startPdfkit(place) }, // prettier-ignore
  { id: 'pdfmake', title: 'pdfmake 0.3.11', perRound: 3, start: async (place) => (await import('./pdfmake-peer.ts')).startPdfmake(place) }, // prettier-ignore
  { id: 'react-pdf', title: '@react-pdf/renderer 4.9.0', perRound: 3, start: async (place) => (await import('./react-pdf-peer.ts')).startReactPdf(place) }, // prettier-ignore
  { id: 'pdf-lib', title: 'pdf-lib, font parsed once', perRound: 3, start: async (place) => (await import('./pdf-lib-peer.ts')).startPdfLibParsedOnce(place) }, // prettier-ignore
  { id: 'pdf-lib-anew', title: 'pdf-lib, font embedded anew', perRound: 2, start: async (place) => (await import('./pdf-lib-peer.ts')).startPdfLibAnew(place) }, // prettier-ignore
  { id: 'chromium', title: 'Chromium, printed', perRound: 2, start: async (place) => (await import('./chromium-peer.ts')).startChromium(place) }, // prettier-ignore
];
