import type { CorpusCase } from '../corpus-case.ts';
import { drawLogo, exported, type LogoPlan } from './draw-logo.ts';

/** Logos by the guide: what differs from one to the next is what real ones differ in. */
const plans: Readonly<Record<string, LogoPlan>> = {
  'white bubble on blue': { mark: 'bubble', colour: '#ffffff', ground: '#1f6feb' },
  'white tick on green': { mark: 'tick', colour: '#ffffff', inner: '#16a34a', ground: '#16a34a' },
  'gradient with play': { mark: 'play', colour: '#ffffff', inner: '#7c3aed', ground: ['#4f46e5', '#a855f7'] },
  'bars on navy, white outside': { mark: 'bars', colour: '#38bdf8', ground: '#0f172a', outside: 'white' },
  'camera on orange': { mark: 'camera', colour: '#ffffff', ground: '#ea580c' },
  'calendar on white': { mark: 'calendar', colour: '#2563eb', inner: '#ffffff', ground: '#ffffff' },
  'waves on teal gradient': { mark: 'wave', colour: '#ecfeff', ground: ['#0f766e', '#0891b2'] },
  'mountain on cream': { mark: 'mountain', colour: '#9a3412', inner: '#fff7ed', ground: '#ffedd5' },
  'hexagon on black': { mark: 'hexagon', colour: '#fbbf24', ground: '#111827' },
  'house on white': { mark: 'house', colour: '#be123c', inner: '#ffffff', ground: '#ffffff' },
  'pen on violet': { mark: 'pen', colour: '#f5f3ff', ground: '#5b21b6' },
  'leaf on white, white outside': {
    mark: 'leaf',
    colour: '#15803d',
    inner: '#ffffff',
    ground: '#ffffff',
    outside: 'white',
  },
  'flower on pink': { mark: 'flower', colour: '#ffffff', ground: '#db2777' },
  'star on crimson': { mark: 'star', colour: '#fde047', ground: '#9f1239' },
  'ring on slate': { mark: 'ring', colour: '#e2e8f0', ground: '#334155' },
  'squares on white': { mark: 'squares', colour: '#0284c7', ground: '#ffffff' },
  'people on blue gradient': { mark: 'people', colour: '#ffffff', ground: ['#0ea5e9', '#1d4ed8'] },
  'shield on dark green': { mark: 'shield', colour: '#bbf7d0', inner: '#14532d', ground: '#14532d' },
  'globe on white': { mark: 'globe', colour: '#1e40af', ground: '#ffffff' },
  'thin clock on white': { mark: 'thinClock', colour: '#334155', ground: '#ffffff' },
  'thin microphone on blue': { mark: 'thinMicrophone', colour: '#ffffff', ground: '#2563eb' },
  'note on amber': { mark: 'note', colour: '#ffffff', inner: '#d97706', ground: '#d97706' },
  'M on red': { mark: 'letterM', colour: '#ffffff', ground: '#dc2626' },
  'Han on indigo': { mark: 'han', colour: '#ffffff', ground: '#3730a3' },
  'serif Han, red on white': { mark: 'hanSerif', colour: '#b91c1c', ground: '#ffffff', outside: 'white' },
  'serif Han, white on red': { mark: 'hanSerif', colour: '#ffffff', ground: '#b91c1c' },
  'two Han on teal': { mark: 'wordmark', markPx: 98, colour: '#ffffff', ground: '#0d9488' },
  'word in Latin on black': { mark: 'wordmarkLatin', markPx: 100, colour: '#ffffff', ground: '#18181b' },
  'mark over a landscape': {
    mark: 'tick',
    markPx: 90,
    colour: '#ffffff',
    inner: '#0f766e',
    ground: 'landscape',
  },
  'letters over a landscape': { mark: 'han', colour: '#ffffff', ground: 'landscape' },
  'mark over a photograph': { mark: 'bubble', colour: '#ffffff', inner: '#1e293b', ground: 'bokeh' },
  'star over a photograph': { mark: 'star', colour: '#ffffff', ground: 'bokeh' },
  'play over a photograph': { mark: 'play', colour: '#ffffff', inner: '#1e293b', ground: 'bokeh' },
  'hues of the same lightness': { mark: 'ring', colour: '#e53935', ground: '#1e88e5' },
  'green on violet of the same lightness': { mark: 'star', colour: '#34a853', ground: '#8e44ad' },
  'a recording app: red dot in the middle': {
    mark: 'ring',
    colour: '#ffffff',
    ground: '#1f2937',
    over: '<circle cx="64" cy="64" r="15" fill="#ef4444"/>',
  },
  'a small red leaf in the mark': {
    mark: 'mountain',
    colour: '#0f766e',
    inner: '#ffffff',
    ground: '#ffffff',
    over: '<circle cx="88" cy="40" r="9" fill="#dc2626"/>',
  },
  'mark a little small': { mark: 'hexagon', markPx: 86, colour: '#ffffff', ground: '#0369a1' },
  'mark a little large': { mark: 'flower', markPx: 102, colour: '#ffffff', ground: '#7e22ce' },
  'mark a little off': {
    mark: 'shield',
    colour: '#ffffff',
    inner: '#0369a1',
    ground: '#0369a1',
    shift: [2, -2],
  },
  'pale ground': { mark: 'people', colour: '#1d4ed8', ground: '#dbeafe' },
  'grey ground': { mark: 'bars', colour: '#111827', ground: '#e5e7eb' },
  'tone on tone, still clear': { mark: 'bubble', colour: '#93c5fd', inner: '#1e3a8a', ground: '#1e3a8a' },
  'orange on white': { mark: 'pen', colour: '#f97316', ground: '#ffffff' },
  'radial glow': {
    mark: 'camera',
    colour: '#ffffff',
    inner: '#312e81',
    ground: '#312e81',
    under:
      '<defs><radialGradient id="r"><stop offset="0" stop-color="#818cf8"/><stop offset="1" stop-color="#312e81"/></radialGradient></defs><rect width="128" height="128" fill="url(#r)"/>',
  },
  'pattern of stripes beneath': {
    mark: 'tick',
    colour: '#ffffff',
    inner: '#0f172a',
    ground: '#0f172a',
    under: Array.from(
      { length: 12 },
      (_, n) => `<path d="M${n * 24 - 128} 128L${n * 24} 0" stroke="#1e293b" stroke-width="8"/>`,
    ).join(''),
  },
  'mark with a soft shadow': {
    mark: 'note',
    colour: '#ffffff',
    inner: '#64748b',
    ground: ['#f43f5e', '#f59e0b'],
    under:
      '<defs><filter id="s"><feGaussianBlur stdDeviation="4"/></filter></defs><rect x="28" y="24" width="74" height="92" rx="4" fill="#000" opacity=".3" filter="url(#s)"/>',
  },
  'many colours': {
    mark: null,
    colour: '#000000',
    ground: '#ffffff',
    over: '<path d="M64 64V17a47 47 0 0 1 47 47z" fill="#ea4335"/><path d="M64 64h47a47 47 0 0 1-47 47z" fill="#fbbc04"/><path d="M64 64v47a47 47 0 0 1-47-47z" fill="#34a853"/><path d="M64 64H17a47 47 0 0 1 47-47z" fill="#4285f4"/>',
  },
  'grid of cells, no code': {
    mark: null,
    colour: '#000000',
    ground: '#0f172a',
    over: Array.from(
      { length: 16 },
      (_, n) =>
        `<rect x="${18 + (n % 4) * 24}" y="${18 + Math.floor(n / 4) * 24}" width="20" height="20" rx="4" fill="${n % 3 === 0 ? '#22d3ee' : '#f8fafc'}"/>`,
    ).join(''),
  },
  'a face': {
    mark: null,
    colour: '#000000',
    ground: '#fde68a',
    over: '<circle cx="64" cy="64" r="47" fill="#f59e0b"/><circle cx="47" cy="55" r="7" fill="#1f2937"/><circle cx="81" cy="55" r="7" fill="#1f2937"/><path d="M42 78q22 24 44 0" stroke="#1f2937" stroke-width="7" fill="none" stroke-linecap="round"/>',
  },
};

/** One dossier for each clean logo: by turns the app's and the company's. */
export const cleanLogos: readonly CorpusCase[] = Object.entries(plans).map(([name, plan], index) => {
  const path = 'assets/logo.png';
  const field = index % 4 === 3 ? 'company.logo' : 'app.logo';
  return {
    id: `clean-logo/${name.replaceAll(/[ ,:]+/g, '-')}`,
    role: 'logo',
    defects: [],
    clean: [{ role: 'logo', at: path }],
    make: async (studio, random) => ({
      fields: { [field]: path },
      files: new Map([[path, await exported(await drawLogo(plan, studio, random))]]),
    }),
  };
});
