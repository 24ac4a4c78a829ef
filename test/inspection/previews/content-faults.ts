import { drawRaster, withNoise } from '../drawing/raster.ts';
import { drawPreview, exported, sizes } from './draw-preview.ts';
import { asJpeg, asPng, endOf, faultsOf, planOf, type PreviewFault } from './preview-fault.ts';

/** Strength: the share of the picture, in percent, that is not ground. */
const empty = faultsOf(
  [
    ['white', 0, 0],
    ['black', 0, 0],
    ['brand', 0, 0],
    ['gradient', 0, 0],
    ['noise', 0, 0],
    ['word', 0.05, 1],
    ['spinner', 0.1, 2],
    ['dot', 0.02, 3],
    ['word', 0.15, 4],
    ['title', 0.3, 5],
    ['bar', 2.5, 6],
    ['frame', 1.5, 7],
  ] as const,
  ([what, share, index]): PreviewFault => ({
    kind: 'preview-empty',
    as: `${what} ${share} percent`,
    strength: share,
    end: endOf(index),
    draw: async (studio, random, end) => {
      const { width, height } = sizes[end];
      const ground = what === 'black' ? '#000000' : what === 'brand' ? '#2563eb' : '#ffffff';
      const { lettering } = studio;
      const [x, y] = [width / 2, height / 2];
      const body: Readonly<Record<string, string>> = {
        gradient:
          '<defs><linearGradient id="g" y2="1" x2="1"><stop offset="0" stop-color="#eef2ff"/><stop offset="1" stop-color="#dbeafe"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>',
        word: lettering.text('加载中', { x, y, size: 26, anchor: 'middle', colour: '#94a3b8' }),
        spinner: `<circle cx="${x}" cy="${y}" r="30" fill="none" stroke="#94a3b8" stroke-width="6" stroke-dasharray="140 60"/>`,
        dot: `<circle cx="${x}" cy="${y}" r="10" fill="#64748b"/>`,
        title: lettering.text('暂无数据，请稍后再试', {
          x,
          y,
          size: 40,
          anchor: 'middle',
          colour: '#475569',
        }),
        bar: `<rect width="${width}" height="${Math.round(height * 0.025)}" fill="#2563eb"/>`,
        frame: `<rect x="6" y="6" width="${width - 12}" height="${height - 12}" fill="none" stroke="#cbd5e1" stroke-width="8"/>`,
      };
      const raster = await drawRaster(
        width,
        height,
        `<rect width="${width}" height="${height}" fill="${ground}"/>${body[what] ?? ''}`,
      );
      return [await asPng(what === 'noise' ? withNoise(raster, 1.5, random) : raster)];
    },
  }),
);

const codes = faultsOf(
  [
    [90, 'plain'],
    [120, 'plain'],
    [160, 'plain'],
    [160, 'framed'],
    [200, 'plain'],
    [220, 'coloured'],
    [240, 'dark'],
    [260, 'plain'],
    [320, 'framed'],
    [400, 'plain'],
    [180, 'jpeg'],
  ] as const,
  ([px, how], index): PreviewFault => ({
    kind: 'preview-qr',
    as: `${px} px ${how}`,
    strength: px,
    end: endOf(index),
    endings: [how === 'jpeg' ? 'jpg' : 'png'],
    draw: async (studio, random, end) => {
      const { path, modules } = await studio.qr(
        random.one([
          'https://www.example.com/download',
          'https://work.example.com/k/abc123',
          'http://u.example.com/EAbCdEfGh',
        ]),
      );
      const { width, height } = sizes[end];
      const [x, y] = [random.whole(260, width - px - 60), random.whole(240, height - px - 200)];
      const colour = how === 'coloured' ? '#1d4ed8' : '#000000';
      const words =
        how === 'framed'
          ? studio.lettering.text('扫码添加', { x: x + px / 2, y: y + px + 52, size: 24, anchor: 'middle' })
          : '';
      const mark = `<rect x="${x - 16}" y="${y - 16}" width="${px + 32}" height="${px + (how === 'framed' ? 90 : 32)}" rx="8" fill="#fff"/><g transform="translate(${x} ${y}) scale(${px / modules})"><path d="${path}" fill="${colour}" shape-rendering="crispEdges"/></g>${words}`;
      const raster = await drawPreview(
        planOf(random, end, { over: mark, theme: how === 'dark' ? 'dark' : 'light' }),
        studio,
        random,
      );
      return [how === 'jpeg' ? await asJpeg(raster, 75) : (await exported(raster, end)).bytes];
    },
  }),
);

const links = faultsOf(
  [
    'www.example.com 立即下载',
    '加微信 yinqi-example 咨询',
    '下载独立 App：https://d.example.com',
    '关注公众号领取资料',
    '点击链接 http://t.example.cn/Ab3 注册',
  ] as const,
  (words, index): PreviewFault => ({
    kind: 'preview-link',
    as: `words ${index + 1}`,
    end: endOf(index),
    draw: async (studio, random, end) => {
      const { width, height } = sizes[end];
      const mark = `<rect x="${width * 0.2}" y="${height * 0.7}" width="${width * 0.6}" height="90" rx="12" fill="#f97316"/>${studio.lettering.text(words, { x: width / 2, y: height * 0.7 + 58, size: end === 'mobile' ? 20 : 38, colour: '#ffffff', anchor: 'middle', face: 'bold' })}`;
      return [
        (await exported(await drawPreview(planOf(random, end, { over: mark }), studio, random), end)).bytes,
      ];
    },
  }),
);

const bothEnds = faultsOf(['list', 'meeting', 'editor'] as const, (screen): PreviewFault => ({
  kind: 'previews-on-both-ends',
  as: screen,
  end: 'desktop',
  also: { end: 'mobile', ending: 'png' },
  draw: async (studio, random) => [
    (
      await exported(
        await drawPreview(planOf(random, 'desktop', { screen, theme: 'light' }), studio, random),
        'desktop',
      )
    ).bytes,
    (
      await exported(
        await drawPreview(planOf(random, 'mobile', { screen, theme: 'light' }), studio, random),
        'mobile',
      )
    ).bytes,
  ],
}));

/** Nothing to see, or something that leads users away, or two ends to compare. */
export const contentFaults: readonly PreviewFault[] = [...empty, ...codes, ...links, ...bothEnds];
