import { expect, test } from 'vitest';
import { addressFault } from '../../../main/core/app/web-address.ts';

test.each([
  ['https://www.example.com', null],
  ['http://example.com:8080/privacy?lang=zh#top', null],
  [' https://www.example.com ', null],
  ['https://例子.中国/隐私', null],
  ['https://203.0.113.7/', null],
  ['https://www.example.com/a b', 'spaces'],
  ['https：//www.example.com', 'full-width'],
  ['https://www．example．com', 'full-width'],
  ['www.example.com', 'no-scheme'],
  ['example.com:8080/x', 'no-scheme'],
  ['隐私政策', 'no-scheme'],
  ['ftp://example.com', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['https://', 'malformed'],
  ['https:/example.com', 'malformed'],
  ['https://exa mple.com', 'spaces'],
  ['https://intranet/privacy', 'host'],
  ['https://-bad.example', 'host'],
  ['http://localhost:3000', 'private'],
  ['http://127.0.0.1/', 'private'],
  ['http://192.168.1.5/', 'private'],
  ['http://10.0.0.5/', 'private'],
  ['http://172.20.0.1/', 'private'],
  ['http://[::1]/', 'private'],
  ['http://printer.local/', 'private'],
] as const)('%s: %s', (address, fault) => {
  expect(addressFault(address)).toBe(fault);
});
