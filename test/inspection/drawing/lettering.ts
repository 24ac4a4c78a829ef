import { join } from 'node:path';
import { openTrueType, type TrueTypeFace } from '../../../main/adapters/pdf/true-type.ts';
import { contoursToPath, readContours } from './glyph-contours.ts';

const fonts = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts');
const faceFiles = {
  thin: 'noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
  sans: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  black: 'noto-sans-sc/900Black/NotoSansSC_900Black.ttf',
  serif: 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;
export type FaceName = keyof typeof faceFiles;

/** How a line of text is set. Sizes in px of the picture; `y` is the base line. */
export interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour?: string;
  readonly face?: FaceName;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly opacity?: number;
  /** Extra room after each character, in em. */
  readonly spacing?: number;
}

/** Text as outlines of the fonts that ship with the product: the same picture on machines without a Chinese font. */
export interface Lettering {
  /** An SVG path element. */
  text(line: string, style: TextStyle): string;
  /** In px. */
  width(line: string, size: number, face?: FaceName): number;
  /** Characters along a circle, each with its feet to the middle; angles in degrees clockwise from the top. `squash` flattens it to an ellipse. */
  around(
    line: string,
    style: {
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly size: number;
      readonly from: number;
      readonly to: number;
      readonly squash?: number;
      readonly face?: FaceName;
      readonly colour?: string;
    },
  ): string;
  /** Lines that are no wider than this. */
  wrap(text: string, size: number, width: number, face?: FaceName): readonly string[];
}

/** Opens the faces; throws where the packages of the fonts are not installed. */
export async function openLettering(): Promise<Lettering> {
  const faces = Object.fromEntries(
    await Promise.all(
      Object.entries(faceFiles).map(
        async ([name, file]) => [name, await openTrueType(join(fonts, file))] as const,
      ),
    ),
    // Safe: the entries are those of faceFiles.
  ) as Record<FaceName, TrueTypeFace>;
  const contours = new Map<string, ReturnType<typeof readContours>>();
  const glyph = (name: FaceName, char: string) => {
    const face = faces[name];
    const id = face.glyphOf(char.codePointAt(0) ?? 0);
    const key = `${name} ${id}`;
    let shape = contours.get(key);
    if (shape === undefined) {
      shape = readContours(face.outlines([id])[0] ?? Buffer.alloc(0));
      contours.set(key, shape);
    }
    return { shape, advance: face.advanceOf(id) / face.unitsPerEm, unit: 1 / face.unitsPerEm };
  };
  const width: Lettering['width'] = (line, size, face = 'sans') =>
    Array.from(line).reduce((sum, char) => sum + glyph(face, char).advance * size, 0);
  return {
    width,
    text(
      line,
      { x, y, size, colour = '#222222', face = 'sans', anchor = 'start', opacity = 1, spacing = 0 },
    ) {
      const whole = width(line, size, face) + Math.max(0, line.length - 1) * spacing * size;
      let left = x - (anchor === 'middle' ? whole / 2 : anchor === 'end' ? whole : 0);
      let path = '';
      for (const char of line) {
        const { shape, advance, unit } = glyph(face, char);
        const start = left;
        path += contoursToPath(
          shape,
          (px, py) => `${(start + px * unit * size).toFixed(1)} ${(y - py * unit * size).toFixed(1)}`,
        );
        left += (advance + spacing) * size;
      }
      return `<path d="${path}" fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
    },
    around(line, { x, y, radius, size, from, to, squash = 1, face = 'serif', colour = '#d0121b' }) {
      const chars = Array.from(line);
      let path = '';
      for (const [index, char] of chars.entries()) {
        const share = chars.length === 1 ? 0.5 : index / (chars.length - 1);
        const angle = ((from + (to - from) * share) * Math.PI) / 180;
        const { shape, advance, unit } = glyph(face, char);
        const [cx, cy] = [x + radius * Math.sin(angle), y - radius * squash * Math.cos(angle)];
        const turn = Math.atan2(Math.sin(angle), squash * Math.cos(angle));
        const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
        path += contoursToPath(shape, (px, py) => {
          const dx = (px * unit - advance / 2) * size;
          const dy = -(py * unit - 0.35) * size;
          return `${(cx + dx * cos - dy * sin).toFixed(2)} ${(cy + dx * sin + dy * cos).toFixed(2)}`;
        });
      }
      return `<path d="${path}" fill="${colour}"/>`;
    },
    wrap(text, size, most, face = 'sans') {
      const lines: string[] = [];
      let line = '';
      for (const char of text) {
        if (width(line + char, size, face) > most) {
          lines.push(line);
          line = '';
        }
        line += char;
      }
      return line === '' ? lines : [...lines, line];
    },
  };
}
