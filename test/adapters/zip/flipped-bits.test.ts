import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { isReadWhole } from '../../../main/core/bundle/judge-bag.ts';
import { verifyBundle } from '../../../main/core/bundle/verify-bundle.ts';
import { exampleBag, top } from '../../core/bundle/example-bag.ts';
import { document, reportWith } from '../../core/bundle/example.ts';
import { quietContext } from './quiet-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-flip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const zip = createZip();

async function findsFault(absolutePath: string): Promise<boolean> {
  try {
    const read = await zip.read({ absolutePath, name: 'x.zip' }, isReadWhole, quietContext());
    return verifyBundle(read).verdict === 'not-whole';
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}

/** Where files' bytes lie, and fields that no name and no byte of a file depends on: APPNOTE.TXT 4.3.7 and 4.3.12. */
function offsetsOf(bytes: Buffer): {
  readonly irrelevant: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
} {
  const irrelevant = new Set<number>();
  const content = new Set<number>();
  const add = (from: number, length: number, to = irrelevant) => {
    for (let at = from; at < from + length; at += 1) to.add(at);
  };
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  while (at < end) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const local = bytes.readUInt32LE(at + 42);
    add(local + 4, 2); // version needed
    add(local + 10, 4); // time and date
    const isDeflated = bytes.readUInt16LE(at + 10) === 8;
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    add(data, bytes.readUInt32LE(at + 20), content);
    if (isDeflated) add(data + bytes.readUInt32LE(at + 20) - 1, 1); // fills up the last byte of a deflate stream
    add(at + 4, 4); // version made by, version needed
    add(at + 12, 4); // time and date
    add(at + 36, 6); // attributes: kinds of file are refused, permissions are not unpacked
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { irrelevant, content };
}

/** What Python reads from each zip: names and bytes as one hash. */
function readByPython(files: readonly string[]): readonly string[] {
  const script = `
import hashlib, json, sys, zipfile
def told(path):
    try:
        z = zipfile.ZipFile(path)
        return hashlib.sha256(repr([(i.filename, hashlib.sha256(z.read(i)).hexdigest()) for i in z.infolist()]).encode()).hexdigest()
    except Exception as error:
        return type(error).__name__
print(json.dumps([told(path) for path in json.load(sys.stdin)]))`;
  return JSON.parse(
    execFileSync('python3', ['-c', script], { input: JSON.stringify(files) }).toString(),
  ) as string[];
}

test('a flipped bit anywhere in a bundle is found, or changes no name and no byte of what is unpacked', async () => {
  const target = join(folder, 'whole.zip');
  const small = { ...document, app: { name: '样例' }, documents: {}, attestations: {} };
  const files = [...exampleBag(reportWith(), false, small)].map(([path, content]) => ({
    path: `${top}/${path}`,
    content,
  }));
  const copied = files.slice(0, 3).map(({ path, content }, index) => {
    const absolutePath = join(folder, `source-${index}`);
    writeFileSync(absolutePath, content);
    return { path, content: { absolutePath, name: path } };
  });
  await zip.write(target, [...copied, ...files.slice(3)], () => [], quietContext());
  expect(await findsFault(target)).toBe(false);

  const whole = readFileSync(target);
  const { irrelevant, content } = offsetsOf(whole);
  const flipped = join(folder, 'flipped.zip');
  writeFileSync(flipped, whole);
  const file = openSync(flipped, 'r+');
  const survivors: string[] = [];
  const unexplained: number[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    // Every byte of the zip's own records, every fourth of what it holds.
    if (content.has(at) && at % 4 !== 0) continue;
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeSync(file, bytes, at, 1, at);
    const isFound = await findsFault(flipped);
    writeSync(file, whole, at, 1, at);
    if (isFound) continue;
    if (!irrelevant.has(at)) unexplained.push(at);
    const kept = join(folder, `${at}.zip`);
    writeFileSync(kept, bytes);
    survivors.push(kept);
  }
  closeSync(file);
  expect(unexplained).toEqual([]);
  const [reference, ...others] = readByPython([target, ...survivors]);
  expect(reference).toMatch(/^[0-9a-f]{64}$/);
  expect(others.filter((told) => told !== reference)).toEqual([]);
  expect(survivors.length).toBeLessThan(irrelevant.size);
}, 240_000);
