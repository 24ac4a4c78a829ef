import { wordStyles, type WordStyle } from '../../contract/word.ts';
import { styleNames } from './word-styles.ts';

/** Other names that Word and WPS give to the same styles. */
const otherNames: Readonly<Record<string, WordStyle>> = {
  '': 'body',
  normal: 'body',
  'list paragraph': 'body',
  'plain text': 'body',
  'no spacing': 'body',
  'normal (web)': 'body',
  'normal indent': 'body',
  'body text indent': 'body',
  'body text first indent': 'body',
  正文: 'body',
  正文文本: 'body',
  列表段落: 'body',
  无间隔: 'body',
  标题: 'title',
  '标题 1': 'heading-1',
  '标题 2': 'heading-2',
  '标题 3': 'heading-3',
  '标题 4': 'heading-4',
  称呼: 'salutation',
  签名: 'signature',
  列表编号: 'item-1',
  '列表编号 2': 'item-2',
  '列表编号 3': 'item-3',
  '列表编号 4': 'item-4',
  '列表编号 5': 'item-5',
  列表接续: 'continued-1',
  '列表接续 2': 'continued-2',
  '列表接续 3': 'continued-3',
  '列表接续 4': 'continued-4',
  '列表接续 5': 'continued-5',
};

const byName: ReadonlyMap<string, WordStyle> = new Map([
  ...Object.entries(otherNames),
  ...wordStyles.map((style) => [styleNames[style].name.toLowerCase(), style] as const),
]);

/** What a style is for, by its name in any case; null for a name that this program does not know. */
export function styleOfName(name: string): WordStyle | null {
  return byName.get(name.trim().toLowerCase()) ?? null;
}
