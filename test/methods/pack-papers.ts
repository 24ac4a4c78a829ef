import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, StandardFonts, degrees, rgb } from 'pdf-lib';
import sharp from 'sharp';

/** A drawing like a licence: frame, emblem, lines of type, its top left corner marked blue. */
function drawing(width: number, height: number): Buffer {
  const lines = Array.from({ length: 8 }, (_, index) => {
    const y = height * (0.45 + index * 0.06);
    return `<rect x="${width * 0.1}" y="${y}" width="${width * (0.4 + (index % 3) * 0.15)}" height="${height * 0.02}" fill="#222"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdf6e3"/>` +
      `<rect x="${width * 0.03}" y="${height * 0.03}" width="${width * 0.94}" height="${height * 0.94}" fill="none" stroke="#b8860b" stroke-width="${width * 0.01}"/>` +
      `<circle cx="${width / 2}" cy="${height * 0.2}" r="${height * 0.09}" fill="#c8102e"/><rect width="${width * 0.1}" height="${height * 0.1}" fill="#0000ff"/>${lines.join('')}</svg>`,
  );
}

/** Pictures and PDFs of papers before they are sealed, made anew in a folder. */
export function createPapers(folder: string) {
  const path = (name: string): string => join(folder, name);
  return {
    /** A JPEG; `noise` makes it as large as a photograph. */
    async jpeg(name: string, width: number, height: number, options: { readonly noise?: boolean } = {}) {
      const grain = await sharp({
        create: {
          width,
          height,
          channels: 3,
          background: '#ffffff',
          noise: { type: 'gaussian', mean: 190, sigma: 16 },
        },
      })
        .png()
        .toBuffer();
      const image = sharp(drawing(width, height));
      await (options.noise === true ? image.composite([{ input: grain, blend: 'multiply' }]) : image)
        .jpeg({ quality: 88 })
        .toFile(path(name));
      return path(name);
    },
    /** A photograph that a phone took lying on its side: the pixels lie, EXIF says how they stand. */
    async sideways(name: string, width: number, height: number) {
      const lying = await sharp(drawing(width, height)).rotate(-90).png().toBuffer();
      await sharp(lying).withMetadata({ orientation: 6 }).jpeg().toFile(path(name));
      return path(name);
    },
    async png(name: string, width: number, height: number) {
      await sharp(drawing(width, height)).png().toFile(path(name));
      return path(name);
    },
    /** A4 with words, as many pages as asked, turned clockwise; with a seal that is an annotation. */
    async pdf(
      name: string,
      options: { readonly pages?: number; readonly turned?: number; readonly isStamped?: boolean } = {},
    ) {
      const pdf = await PDFDocument.create({ updateMetadata: false });
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      for (let index = 0; index < (options.pages ?? 1); index += 1) {
        const page = pdf.addPage([595, 842]);
        page.drawText(`FILING ${index + 1}`, { x: 60, y: 760, size: 40, font });
        page.setRotation(degrees(options.turned ?? 0));
        if (options.isStamped === true) {
          const seal = pdf.context.stream('1 0 0 rg 0 0 100 100 re f', {
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 100, 100],
          });
          const stamp = (rect: readonly number[], flags: number) =>
            pdf.context.register(
              pdf.context.obj({
                Type: 'Annot',
                Subtype: 'Stamp',
                Rect: [...rect],
                AP: { N: pdf.context.register(seal) },
                F: flags,
              }),
            );
          const all = [stamp([195, 321, 395, 521], 4), stamp([0, 0, 100, 100], 2)];
          page.node.set(PDFName.of('Annots'), pdf.context.obj(all));
        } else page.drawRectangle({ x: 20, y: 20, width: 30, height: 30, color: rgb(1, 0, 0) });
      }
      writeFileSync(path(name), await pdf.save());
      return path(name);
    },
    /** The same protected: with an owner's password alone it opens for everyone. */
    protect(source: string, name: string, userPassword: string) {
      const run = spawnSync('qpdf', ['--encrypt', userPassword, 'owner', '256', '--', source, path(name)]);
      if (run.status !== 0) throw new Error(String(run.stderr));
      return path(name);
    },
  };
}
