import type { CorpusCase } from '../corpus-case.ts';
import { fromRaster, throughSharp, withNoise } from '../drawing/raster.ts';
import { drawPreview, exported, type End, type PreviewPlan } from './draw-preview.ts';
import { brands } from './screen-parts.ts';
import { appNames } from './screen-words.ts';
import type { ScreenName } from './screens.ts';

type Shown = readonly [ScreenName, PreviewPlan['theme']];

/** Sets of pictures as one app shows itself: the same frame, other screens; five at most on an end. */
const sets: readonly {
  readonly end: End;
  readonly shown: readonly Shown[];
  readonly as: 'png' | 'jpeg' | 'gif' | 'photo';
}[] = [
  {
    end: 'desktop',
    shown: [
      ['list', 'light'],
      ['table', 'light'],
      ['charts', 'light'],
      ['chat', 'light'],
      ['form', 'light'],
    ],
    as: 'png',
  },
  {
    end: 'desktop',
    shown: [
      ['meeting', 'dark'],
      ['kanban', 'dark'],
      ['calendar', 'dark'],
      ['editor', 'dark'],
      ['vote', 'dark'],
    ],
    as: 'png',
  },
  {
    end: 'desktop',
    shown: [
      ['form', 'white'],
      ['settings', 'white'],
      ['editor', 'white'],
      ['table', 'white'],
      ['list', 'white'],
    ],
    as: 'png',
  },
  {
    end: 'desktop',
    shown: [
      ['gallery', 'light'],
      ['whiteboard', 'light'],
      ['meeting', 'light'],
      ['gallery', 'dark'],
    ],
    as: 'jpeg',
  },
  // The same screen of one app with other data: alike in layout, not the same picture.
  {
    end: 'desktop',
    shown: [
      ['list', 'light'],
      ['list', 'light'],
      ['list', 'light'],
    ],
    as: 'png',
  },
  {
    end: 'desktop',
    shown: [
      ['form', 'white'],
      ['form', 'white'],
      ['form', 'white'],
    ],
    as: 'png',
  },
  {
    end: 'desktop',
    shown: [
      ['table', 'dark'],
      ['table', 'dark'],
      ['meeting', 'dark'],
      ['meeting', 'dark'],
    ],
    as: 'jpeg',
  },
  {
    end: 'desktop',
    shown: [
      ['meeting', 'light'],
      ['gallery', 'light'],
      ['whiteboard', 'light'],
    ],
    as: 'photo',
  },
  {
    end: 'desktop',
    shown: [
      ['chat', 'light'],
      ['calendar', 'light'],
    ],
    as: 'gif',
  },
  {
    end: 'mobile',
    shown: [
      ['list', 'light'],
      ['chat', 'light'],
      ['form', 'light'],
      ['charts', 'light'],
      ['settings', 'light'],
    ],
    as: 'png',
  },
  {
    end: 'mobile',
    shown: [
      ['meeting', 'dark'],
      ['vote', 'dark'],
      ['calendar', 'dark'],
      ['kanban', 'dark'],
      ['editor', 'dark'],
    ],
    as: 'png',
  },
  {
    end: 'mobile',
    shown: [
      ['form', 'white'],
      ['settings', 'white'],
      ['list', 'white'],
      ['form', 'white'],
    ],
    as: 'png',
  },
  {
    end: 'mobile',
    shown: [
      ['gallery', 'light'],
      ['whiteboard', 'light'],
      ['table', 'light'],
    ],
    as: 'jpeg',
  },
  {
    end: 'mobile',
    shown: [
      ['chat', 'light'],
      ['chat', 'light'],
      ['settings', 'dark'],
      ['settings', 'dark'],
    ],
    as: 'png',
  },
  {
    end: 'mobile',
    shown: [
      ['meeting', 'light'],
      ['gallery', 'dark'],
    ],
    as: 'photo',
  },
];

/** Clean sets of previews, every picture of which is one clean file. */
export const cleanPreviews: readonly CorpusCase[] = sets.map(({ end, shown, as }, index): CorpusCase => {
  const ending = as === 'png' ? 'png' : as === 'gif' ? 'gif' : 'jpg';
  const paths = shown.map((_, n) => `assets/${end}-${n + 1}.${ending}`);
  return {
    id: `clean-preview/${end}-${index + 1}-${as}`,
    role: 'preview',
    defects: [],
    clean: paths.map((at) => ({ role: 'preview', at })),
    async make(studio, random) {
      const app = random.one(appNames);
      const brand = random.one(brands);
      const files = new Map<string, Uint8Array>();
      for (const [n, [screen, theme]] of shown.entries()) {
        let raster = await drawPreview({ end, screen, theme, app, brand, chosen: n }, studio, random);
        // A camera's picture of a screen in use: a little grain, the softness of a lens.
        if (as === 'photo')
          raster = withNoise(await throughSharp(raster, (image) => image.blur(0.6)), 2.2, random);
        const bytes =
          as === 'gif'
            ? await fromRaster(raster).gif({ colours: 200, dither: 0 }).toBuffer()
            : as === 'png'
              ? (await exported(raster, end)).bytes
              : await fromRaster(raster).jpeg({ quality: 82 }).toBuffer();
        files.set(paths[n] ?? '', bytes);
      }
      return { fields: { [`app.previews.${end}`]: paths }, files };
    },
  };
});
