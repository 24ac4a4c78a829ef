import type { PagePicture } from '../contract/letter-preview.ts';
import type { LaidOutDocument } from '../contract/laid-out-document.ts';
import type { World } from '../world.ts';

/** Pictures of a laid-out document's pages through its PDF, as a printer gets them; with `page` of that one alone. */
export async function previewPages(
  world: World,
  document: LaidOutDocument,
  how: { readonly dpi: number; readonly page: number | undefined; readonly signal: AbortSignal },
): Promise<PagePicture[]> {
  const pdf = await world.pdf.write(document);
  const pictures: PagePicture[] = [];
  for (const [page, { widthMm, heightMm }] of document.pages.entries()) {
    if (how.page !== undefined && how.page !== page) continue;
    how.signal.throwIfAborted();
    const { png, widthPx, heightPx } = await world.pictures.picture(pdf, { page, dpi: how.dpi });
    const artifact = await world.artifacts.keep(png, `${document.title}-${page + 1}.png`, 'image/png');
    pictures.push({ page, artifact, widthPx, heightPx, widthMm, heightMm });
  }
  return pictures;
}
