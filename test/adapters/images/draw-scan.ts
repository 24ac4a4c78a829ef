import sharp from 'sharp';

/** What to draw on an A4 sheet. */
export interface Sheet {
  readonly dpi: number;
  /** Lines of strokes like small print; 30 unless told. */
  readonly lines?: number;
  /** The colour of the paper; white unless told. */
  readonly paper?: string;
  /** The colour of the print; black unless told. */
  readonly ink?: string;
  /** A round seal: its diameter in mm and its ink. */
  readonly seal?: { readonly mm: number; readonly ink: string };
  /** A page code at the bottom right: rows of 0 and 1, its side in mm. */
  readonly code?: { readonly rows: readonly string[]; readonly mm: number };
}

const widthMm = 210;
const heightMm = 297;

/** Numbers from 0 to 1, the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** An A4 sheet as sharp image, in colour, drawn without fonts: strokes stand for characters. */
export async function drawSheet(sheet: Sheet): Promise<Buffer> {
  const width = Math.round((widthMm / 25.4) * sheet.dpi);
  const height = Math.round((heightMm / 25.4) * sheet.dpi);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${widthMm} ${heightMm}">
    <rect width="${widthMm}" height="${heightMm}" fill="${sheet.paper ?? '#ffffff'}"/>
    <path d="${print(sheet.lines ?? 30)}" stroke="${sheet.ink ?? '#000000'}" stroke-width="0.35" fill="none"/>
    ${sheet.seal === undefined ? '' : seal(sheet.seal)}
    ${sheet.code === undefined ? '' : code(sheet.code)}
  </svg>`;
  return sharp(Buffer.from(svg))
    .flatten({ background: sheet.paper ?? '#ffffff' })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

function print(lines: number): string {
  const next = numbersFrom(7);
  const strokes: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    const y = 37 + line * 7;
    for (let x = 28; x < 180; x += 4.6) {
      for (let stroke = 0; stroke < 5; stroke += 1) {
        const [a, b, c, d] = [next(), next(), next(), next()].map((value) => value * 3.8) as [
          number,
          number,
          number,
          number,
        ];
        strokes.push(
          `M${(x + a).toFixed(2)} ${(y + b).toFixed(2)}L${(x + c).toFixed(2)} ${(y + d).toFixed(2)}`,
        );
      }
    }
  }
  return strokes.join('');
}

/** A ring with a star and strokes around it, as thin as on a company's seal. */
function seal({ mm, ink }: NonNullable<Sheet['seal']>): string {
  const [x, y, r] = [140, 200, mm / 2];
  const star = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const reach = index % 2 === 0 ? r * 0.3 : r * 0.12;
    return `${(x + reach * Math.cos(angle)).toFixed(2)},${(y + reach * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');
  const strokes = Array.from({ length: 26 }, (_, index) => {
    const angle = (index * Math.PI * 2) / 26;
    const [inner, outer] = [r * 0.62, r * 0.85];
    return `M${x + inner * Math.cos(angle)} ${y + inner * Math.sin(angle)}L${x + outer * Math.cos(angle)} ${y + outer * Math.sin(angle)}`;
  }).join('');
  return `<circle cx="${x}" cy="${y}" r="${r - 0.6}" stroke="${ink}" stroke-width="1.1" fill="none"/>
    <polygon points="${star}" fill="${ink}"/><path d="${strokes}" stroke="${ink}" stroke-width="0.4" fill="none"/>`;
}

function code({ rows, mm }: NonNullable<Sheet['code']>): string {
  const module = mm / rows.length;
  const [left, top] = [widthMm - 26 - mm, heightMm - 18 - mm];
  const dark = rows.flatMap((row, y) =>
    Array.from(row, (bit, x) =>
      bit === '1' ? `M${left + x * module} ${top + y * module}h${module}v${module}h-${module}z` : '',
    ),
  );
  return `<path d="${dark.join('')}" fill="#000000" shape-rendering="crispEdges"/>`;
}

/** Scanner noise: every channel off by up to `strength`, the same for the same seed. */
export async function withNoise(picture: Buffer, strength: number, seed = 1): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const next = numbersFrom(seed);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + Math.round((next() - 0.5) * 2 * strength)));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
