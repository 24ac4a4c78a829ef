import { expect, test } from 'vitest';
import { readHtml } from '../../../main/core/texts/read-html.ts';
import { readMarkdown } from '../../../main/core/texts/read-markdown.ts';

// Each of these took minutes: looking for an end that is not there began anew at every beginning.

test('a million beginnings of tags without an end are words like others', () => {
  expect(readHtml('<'.repeat(1_000_000)).text).toHaveLength(1_000_000);
});

test('a tag is found after text that looks like the beginning of one', () => {
  expect(readHtml(`<p>a < b</p><p>${'<'.repeat(5000)}</p><p>c</p>`).text.replaceAll('<', '')).toMatch(
    /^a {2}b\n+c\n*$/,
  );
});

test('Markdown with a hundred thousand scripts, or comments, that are never ended is read', () => {
  expect(readMarkdown(`政策\n${'<script>'.repeat(125_000)}`).text).toContain('政策');
  expect(readMarkdown(`政策\n${'<!--'.repeat(250_000)}`).text).toContain('政策');
});

test('scripts, styles and comments of Markdown are left out and what stands between them is not', () => {
  const read = readMarkdown(
    '甲<!-- 一 -->乙<script src="a">二 < 三</script >丙<STYLE>四</style>丁<template>五',
  );
  expect(read.text.replaceAll('\n', '')).toBe('甲乙丙丁五');
});
