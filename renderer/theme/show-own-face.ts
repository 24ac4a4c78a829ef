/**
 * Has every text set anew once our own Chinese face is there, which is loaded only where the computer has none (see fonts.css): Chromium keeps the boxes of some
 * that it set before, whole buttons among them, until they are set in another face.
 */
export function showOwnFace({ fonts, documentElement }: Document): void {
  fonts.addEventListener('loadingdone', ({ fontfaces }) => {
    if (!fontfaces.some(({ family }) => family.includes('Yinqi Sans'))) return;
    documentElement.dataset['ownFace'] = 'first';
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        delete documentElement.dataset['ownFace'];
      }),
    );
  });
}
