import { expect, test } from 'vitest';
import { readableText } from '../../../main/core/app/readable-text.ts';

const read = (text: string, path = 'texts/p.md', type: 'text' | 'html' = 'text') =>
  readableText({ path, sizeBytes: 1, type, text })!;

test('a file whose words are not known is no text', () => {
  expect(readableText({ path: 'p.docx', sizeBytes: 1, type: 'docx' })).toBeNull();
});

test('Markdown: marks of emphasis go, links keep their names', () => {
  const { text, links } = read(
    '由**深圳市样例**科技有限_公司_制定，见[SDK 目录](https://e.cn/a "名单")和[清单][1]。',
  );
  expect(text).toContain('由深圳市样例科技有限');
  expect(links.map(({ name }) => name)).toEqual(['SDK 目录', '清单']);
  expect(read('见[详情](https://www.example.com/sdk)').links).toEqual([
    { name: '详情', target: 'https://www.example.com/sdk' },
  ]);
  expect(read('![图](a.png)').links).toEqual([]);
});

test('Markdown: a row of underscores is a gap and stays, a name with one keeps it', () => {
  expect(read('电话：______').text).toContain('______');
  expect(read('字段 user_id 与 __重点__').text).toBe('字段 user_id 与 重点');
});

test('a web page: words without tags, scripts and styles; tags inside a word do not part it', () => {
  const { text, links } = read(
    '<html><head><title>标题</title><style>p{}</style></head><body><!-- 注 --><p>由<b>深圳市</b>样例&nbsp;公司</p><script>var a="<p>脚本"</script><p>见<a class="x" href="/sdk"><span>《详情》</span></a>&#x8be6;&#24773;</p></body></html>',
    'texts/p.html',
    'html',
  );
  expect(text).toContain('由深圳市样例 公司');
  expect(text).toContain('详情');
  expect(text).not.toMatch(/脚本|标题|注|p\{/);
  expect(links).toEqual([{ name: '《详情》', target: '/sdk' }]);
});

test('a plain text has no links, whatever its brackets', () => {
  expect(read('见[详情](a)', 'p.txt')).toEqual({ text: '见[详情](a)', links: [] });
});

test('a page of open tags is read in time that grows with it', () => {
  expect(read('<a href="x'.repeat(20_000), 'p.html', 'html').links).toEqual([]);
  expect(read('['.repeat(50_000)).links).toEqual([]);
});
