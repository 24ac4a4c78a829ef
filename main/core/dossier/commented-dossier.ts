import type { Language } from '../../contract/language.ts';
import { fieldLines } from './commented-fields.ts';
import { toNode } from './yaml-node.ts';

/** What a new dossier is about. */
export interface DossierChoices {
  readonly platform: string;
  readonly track?: string | undefined;
  readonly categories: readonly string[];
  readonly language: Language;
}

/** How one value is written on one line. */
const inline = (value: string): string => {
  const node = toNode(value);
  return 'type' in node && node.type === 'QUOTE_DOUBLE' ? JSON.stringify(value) : value;
};

/**
 * The dossier.yaml that `yinqi init` writes: every field explained, optional ones commented out, valid as it is. A line
 * that is commented out becomes a field when its `# ` is taken away.
 */
export function commentedDossier({ platform, track, categories, language }: DossierChoices): string {
  const written: Readonly<Record<string, readonly string[]>> = {
    schema: ['schema: yinqi/dossier@1'],
    platform: [`platform: ${inline(platform)}`],
    track: [track === undefined ? '# track: listing' : `track: ${inline(track)}`],
    categories:
      categories.length === 0
        ? ['categories: []']
        : ['categories:', ...categories.map((category) => `  - ${inline(category)}`)],
  };
  const lines = fieldLines.flatMap(({ explain, indent = '', write, gap = false }) => {
    const comments =
      explain === undefined
        ? []
        : explain[language].split('\n').map((line) => (line === '' ? '' : `# ${line}`));
    const body = typeof write === 'string' ? [write] : (written[write.choice] ?? []);
    return [
      ...(gap ? [''] : []),
      ...[...comments, ...body].map((line) => (line === '' ? '' : indent + line)),
    ];
  });
  return `${lines.join('\n')}\n`;
}
