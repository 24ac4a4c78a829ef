import type { Localized } from '../../contract/language.ts';
import { unsafeNameReason } from './unsafe-name.ts';
import type { HashedPath } from './write-bag.ts';

/** What a tag file says, and what in it cannot be understood. */
export interface ReadTagFile<T> {
  readonly value: T;
  readonly faults: readonly Localized[];
}

/** Decodes a tag file: UTF-8 without byte order mark. Null when it is not. */
export function decodeTagFile(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\ufeff') ? null : text;
  } catch {
    return null;
  }
}

/** Lines ended by LF, CR or CRLF (RFC 8493, section 2.1); what ends the last one is optional. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Reads a manifest (RFC 8493, section 2.1.3): hash, blanks, path. Paths come back decoded and in NFC. */
export function readManifest(text: string): ReadTagFile<readonly HashedPath[]> {
  const value: HashedPath[] = [];
  const faults: Localized[] = [];
  const seen = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    const fault = (zh: string, en: string) =>
      faults.push({ zh: `第 ${index + 1} 行${zh}`, en: `line ${index + 1} ${en}` });
    const match = /^([0-9a-f]{64})[ \t]+(?:\.\/)?(\S.*)$/i.exec(line);
    if (match === null) {
      fault('不是「SHA-256 值 路径」的格式', 'is not of the form “SHA-256 path”');
      continue;
    }
    const [, sha256 = '', encoded = ''] = match;
    if (/%(?!0A|0D|25)/i.test(encoded)) {
      fault('的路径含无法识别的百分号编码', 'has a path with an unknown percent-encoding');
      continue;
    }
    const path = encoded.replace(/%(0A|0D|25)/gi, (code) => decodeURIComponent(code)).normalize('NFC');
    const unsafe = unsafeNameReason(path);
    if (unsafe !== null) {
      fault(`的路径不安全：${unsafe.zh}`, `has an unsafe path: ${unsafe.en}`);
      continue;
    }
    if (seen.has(path)) {
      fault(`重复列出「${path}」`, `lists “${path}” again`);
      continue;
    }
    seen.add(path);
    value.push({ path, sha256: sha256.toLowerCase() });
  }
  return { value, faults };
}

/** Reads bag-info.txt (RFC 8493, section 2.2.2): `Label: value`, continued by indented lines; labels in lower case. */
export function readBagInfo(text: string): ReadTagFile<ReadonlyMap<string, readonly string[]>> {
  const value = new Map<string, string[]>();
  const faults: Localized[] = [];
  let last: string[] | undefined;
  for (const [index, line] of linesOf(text).entries()) {
    const continued = /^[ \t]+(.*)$/.exec(line);
    if (continued !== null && last !== undefined) {
      last.push(`${last.pop() ?? ''} ${continued[1] ?? ''}`);
      continue;
    }
    const match = /^([^\s:][^:]*?)[ \t]*:[ \t]?(.*)$/.exec(line);
    if (match === null) {
      faults.push({
        zh: `第 ${index + 1} 行不是「标签: 值」的格式`,
        en: `line ${index + 1} is not of the form “Label: value”`,
      });
      continue;
    }
    const label = (match[1] ?? '').toLowerCase();
    last = value.get(label) ?? [];
    last.push(match[2] ?? '');
    value.set(label, last);
  }
  return { value, faults };
}

/** Whether bagit.txt declares what Yinqi writes: version 1.0, UTF-8 (RFC 8493, section 2.1.1). */
export function isBagDeclaration(text: string): boolean {
  return /^BagIt-Version: 1\.0(\r\n|\r|\n)Tag-File-Character-Encoding: UTF-8(\r\n|\r|\n)?$/.test(text);
}
