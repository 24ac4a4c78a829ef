import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { findWords, wholeWord, wordsComposing } from '../../../main/core/app/find-words.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const { wordLists } = await loadRulebook();
const shown = (text: string, list: readonly string[], allowed: readonly string[] = []) =>
  findWords(text, list, allowed).map((one) => one.shown);

test('a word is found by itself and between others, not inside or across other words', () => {
  expect(shown('心水论坛', ['心水'])).toEqual(['心水']);
  expect(shown('全新心水平台', ['心水'])).toEqual(['心水']);
  expect(shown('开心水族馆', ['心水'])).toEqual([]);
  expect(shown('放心水站', ['心水'])).toEqual([]);
});

test('case, width, blanks, inserted symbols and invisible characters hide nothing', () => {
  for (const text of ['六合', '六 合', '六·合', '六*合', '六\u200b合', '六-合'])
    expect(shown(`${text}宝典`, ['六合'])).toHaveLength(1);
  for (const text of ['qq', 'QQ', 'ＱＱ', 'Q Q', 'Ⓠq']) expect(shown(`${text}音乐`, ['qq'])).toHaveLength(1);
});

test('traditional characters hide nothing, and are shown as written', () => {
  expect(shown('賭場之夜', ['赌场'])).toEqual(['賭場']);
  expect(shown('騰訊會議', ['腾讯'])).toEqual(['騰訊']);
  expect(shown('開心水族館', ['心水'])).toEqual([]);
  expect(wholeWord('日曆', ['日历'])).toBe('日历');
  expect(wordsComposing('線上會議', ['会议'], ['线上'])).toEqual(['线上', '会议']);
});

test('words that run into each other do not hide each other', () => {
  expect(shown('六合彩票', ['六合彩', '彩票'])).toEqual(['六合彩票']);
  expect(shown('彩票六合彩', ['六合彩', '彩票'])).toEqual(['六合彩', '彩票']);
});

test('an ending that makes a noun of a name does not hide it', () => {
  expect(shown('腾讯号', ['腾讯'])).toEqual(['腾讯']);
  expect(shown('微信通', ['微信'])).toEqual(['微信']);
  expect(shown('沸腾讯号', ['腾讯'])).toEqual([]);
  expect(shown('细微信号', ['微信'])).toEqual([]);
});

test('an everyday word of another language names its owner by itself or beside words on products', () => {
  for (const text of ['apple', 'Apple笔记', '我的Apple', 'Apple Tree', 'AppleNotes', 'MyAppleApp2'])
    expect(shown(text, ['=apple'])).toHaveLength(1);
  for (const text of ['AppleTree', 'NotesForApple', 'pineapple', 'Applet']) {
    expect(shown(text, ['=apple'])).toEqual([]);
  }
});

test('no word is put together across a full stop, a comma or a line', () => {
  expect(shown('会议第。一页', ['第一'])).toEqual([]);
  expect(shown('列出名次第，一起回顾', ['第一'])).toEqual([]);
  expect(shown('白\n小姐', ['白小姐'])).toEqual([]);
});

test('a blank between two other words makes no word of their ends', () => {
  expect(shown('开心 水吧', ['心水'])).toEqual([]);
  expect(shown('周六 合唱', ['六合'])).toEqual([]);
});

test('letters are found as a word: beside Han, digits, blanks and in camel case', () => {
  for (const text of ['QQ音乐', '我的QQ', 'QQ2024', 'MyQQ', 'QQTool', 'my qq tool'])
    expect(shown(text, ['qq'])).toHaveLength(1);
  for (const text of ['FAQQuestion', 'eqqs', 'qqs', 'Notqqable']) expect(shown(text, ['qq'])).toEqual([]);
});

test('an open end goes on into the next word and shows it', () => {
  expect(shown('最好用的纪要', ['最…'])).toEqual(['最好']);
  expect(shown('最受欢迎', ['最…'])).toEqual(['最受欢迎']);
  expect(shown('最好用', ['最'])).toEqual([]);
  expect(shown('我爱财付通', ['…财付通'])).toEqual(['财付通']);
  expect(shown('我爱财付通', ['财付通'])).toEqual([]);
});

test('an allowed phrase spares the word inside it and no other', () => {
  expect(shown('最近的会议', ['最…'], ['最近'])).toEqual([]);
  expect(shown('最近最火', ['最…'], ['最近'])).toEqual(['最火']);
});

test('an allowed phrase may name characters, a part of the clause and its end', () => {
  expect(shown('最先到的人', ['最…'], ['最先[到发]'])).toEqual([]);
  expect(shown('最先进', ['最…'], ['最先[到发]'])).toEqual(['最先进']);
  expect(shown('最终稿', ['最…'], ['最终[^极]'])).toEqual([]);
  expect(shown('最终极', ['最…'], ['最终[^极]'])).toHaveLength(1);
  expect(shown('谁最先，谁最后', ['最…'], ['最先$', '最后$'])).toEqual([]);
  expect(shown('严禁任何形式的赌博', ['赌博'], ['严禁…赌博'])).toEqual([]);
  expect(shown('严禁吸烟，赌博随意', ['赌博'], ['严禁…赌博'])).toEqual(['赌博']);
});

test('a find inside a longer find is not named twice', () => {
  expect(shown('全网第一', ['第一', '全网第一'])).toEqual(['全网第一']);
});

test('rare characters are shown whole', () => {
  expect(shown('𠮷野家', ['𠮷'])).toEqual(['𠮷']);
});

test('a whole text is a word, blanks and width aside', () => {
  expect(wholeWord(' Calen dar', ['calendar'])).toBe('calendar');
  expect(wholeWord('Calendar2', ['calendar'])).toBeUndefined();
});

test('a text is composed of listed words only where nothing is left over', () => {
  expect(wordsComposing('智能会议纪要', ['会议纪要'], ['智能'])).toEqual(['智能', '会议纪要']);
  expect(wordsComposing('会议通', ['会议'], ['智能'])).toBeNull();
  expect(wordsComposing('智能平台', ['会议'], ['智能', '平台'])).toBeNull();
  expect(wordsComposing('会议会议纪要', ['会议', '会议纪要'], [])).toEqual(['会议', '会议纪要']);
});

const marking = [...wordLists.keys()].filter((name) => wordLists.has(`${name}-allowed`));

describe('every word of a list that matches parts', () => {
  test('there are such lists', () => expect(marking.length).toBeGreaterThan(8));

  test.each(marking)('%s: is found alone, before and after other words', (name) => {
    const [list, allowed] = [wordLists.get(name)!, wordLists.get(`${name}-allowed`)!];
    const missed = list
      .map((line) => line.replace(/^=/, '').replaceAll('…', ''))
      .flatMap((word) => [
        word,
        `${word}论坛`,
        `${word}App`,
        `云${word}`,
        `${word}大全`,
        `${word}助手`,
        `全新的${word}`,
      ])
      .filter((text) => findWords(text, list, allowed).length === 0);
    expect(missed).toEqual([]);
  });

  test.each(marking)('%s: is spared in each allowed phrase', (name) => {
    const [list, allowed] = [wordLists.get(name)!, wordLists.get(`${name}-allowed`)!];
    // Of `[晚夜]` the first is tried, of `…` a character.
    const texts = allowed.map((phrase) =>
      phrase
        .replaceAll(/\[\^[^\]]+\]/gu, '')
        .replaceAll('…', '某')
        .replaceAll(/\[(.)[^\]]*\]/gu, '$1')
        .replace('$', ''),
    );
    expect(texts.filter((text) => findWords(text, list, allowed).length > 0)).toEqual([]);
  });
});

test('no list says a word twice, and each begins with what it is for', async () => {
  const folder = new URL('../../../resources/rulebook/tencent-meeting/words/', import.meta.url);
  for (const name of await readdir(folder)) {
    expect([name, (await readFile(new URL(name, folder), 'utf8')).startsWith('# ')]).toEqual([name, true]);
    const words = wordLists.get(name.replace('.txt', ''))!;
    expect([name, words.filter((word, index) => words.indexOf(word) !== index)]).toEqual([name, []]);
  }
});
