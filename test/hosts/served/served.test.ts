import { describe, expect, test } from 'vitest';
import { assetPath } from '../../../main/hosts/served/asset-path.ts';
import { mediaTypeOf } from '../../../main/hosts/served/media-type.ts';
import { artifactHeaders } from '../../../main/hosts/served/page-headers.ts';

describe('paths of served files', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-a1.js', 'assets/index-a1.js'],
    ['/assets/%E5%AD%97.ttf', 'assets/字.ttf'],
  ])('%s is %s', (path, file) => {
    expect(assetPath(path)).toBe(file);
  });

  test.each([
    '',
    'index.html',
    '/..',
    '/a/../b',
    '/%2e%2e/a',
    '/a%2fb',
    '/a%5cb',
    '/a\\b',
    '/a\0',
    '/a%00',
    '/.env',
    '/a/.git/config',
    '//a',
    '/a/',
    '/c:/x',
    '/%zz',
    '/%E0%A4',
  ])('%j is nothing', (path) => {
    expect(assetPath(path)).toBeNull();
  });
});

test('media types go by the ending, and none is guessed', () => {
  expect(mediaTypeOf('a/b.JS')).toBe('text/javascript; charset=utf-8');
  expect(mediaTypeOf('a.exe')).toBe('application/octet-stream');
  expect(mediaTypeOf('html')).toBe('application/octet-stream');
});

test('a name cannot break out of its header', () => {
  const header =
    artifactHeaders('a"\r\nSet-Cookie: x; \\%\ud800(1).pdf', 'application/pdf', true)[
      'Content-Disposition'
    ] ?? '';
  expect(header).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
  expect(header.split('"')).toHaveLength(3);
  expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toContain('(1).pdf');
});
