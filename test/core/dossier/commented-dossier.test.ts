import { describe, expect, test } from 'vitest';
import { languageSchema } from '../../../main/contract/language.ts';
import { commentedDossier } from '../../../main/core/dossier/commented-dossier.ts';
import { editYaml } from '../../../main/core/dossier/edit-dossier.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { shapeAt, type FieldPath } from '../../../main/core/dossier/schema-shape.ts';

const choices = {
  platform: 'tencent-meeting',
  track: 'listing',
  categories: ['general/other', 'ai/generative'],
};

/** Takes the `# ` away from every line that is a field, as its reader is told to. */
const filledIn = (text: string): string =>
  text.replaceAll(/^( *)# (?=( *[a-zA-Z-]+:( |$)| *- [a-z]+:| +第))/gm, '$1');

const leaves = (path: FieldPath): readonly FieldPath[] => {
  const shape = shapeAt(path);
  return shape?.kind === 'map' ? shape.keys.flatMap((key) => leaves([...path, key])) : [path];
};

describe.each(languageSchema.options)('the commented dossier in %s', (language) => {
  const text = commentedDossier({ ...choices, language });

  test('is valid as it is and holds what was chosen, nothing else', () => {
    expect(parseDossier(text, 'dossier.yaml')).toEqual({ schema: 'yinqi/dossier@1', ...choices });
  });

  test('is valid with every field filled in, and has every field of the schema but what the program writes or comes after it', () => {
    const document = parseDossier(filledIn(text), 'dossier.yaml');
    for (const path of leaves([])) {
      const later = ['id', 'repairs', 'rejections', 'acceptance', 'retention', 'erased'];
      if (later.includes(String(path[0]))) continue;
      expect(document, path.join('.')).toHaveProperty(path.map(String));
    }
    expect(Object.keys(document.parties?.[0] ?? {})).toHaveLength(6);
  });

  test('keeps every explanation when the program fills it in', () => {
    const edited = editYaml(text, [
      { path: ['company', 'name'], value: '甲公司' },
      { path: ['documents', 'business-licence'], value: 'a.jpg' },
    ]);
    for (const line of text.split('\n').filter((one) => one.trimStart().startsWith('#'))) {
      expect(edited).toContain(line);
    }
  });
});

test('the questions that come up stand there with their options, and answer nothing until they are filled in', () => {
  const title = (zh: string) => ({ zh, en: `${zh} in English` });
  const options = ['self', 'other'].map((id) => ({ id, title: title(id) }));
  const question = (id: string, kind: 'yes-no' | 'one-of' | 'some-of') => ({
    id, kind, topic: { title: title('主题') }, question: title(`${id}？`), options: kind === 'yes-no' ? [] : options,
  }); // prettier-ignore
  const questions = [
    question('chat', 'yes-no'),
    question('icp-holder', 'one-of'),
    question('kinds', 'some-of'),
  ];
  const text = commentedDossier({ ...choices, language: 'zh', questions });
  expect(text).toContain('  # —— 主题 ——\n  # chat？\n  # chat: true | false\n');
  expect(text).toContain('  #   选一项：self（self）、other（other）\n  # icp-holder: self | other\n');
  expect(text).toContain('  #   可选几项，都没有写 []：self（self）、other（other）\n  # kinds: [fill-in]\n');
  expect(text).not.toContain('networked');
  expect(parseDossier(text, 'x')).not.toHaveProperty('facts');
  expect(parseDossier(filledIn(text), 'x').facts).toEqual({
    chat: 'true | false',
    'icp-holder': 'self | other',
    kinds: ['fill-in'],
  });
});

test('without a track the line is there to fill in; without categories the list is empty', () => {
  const text = commentedDossier({ platform: 'tencent-meeting', categories: [], language: 'zh' });
  expect(parseDossier(text, 'x')).toEqual({
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: [],
  });
  expect(text).toContain('# track: listing');
});
