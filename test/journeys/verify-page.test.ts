import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import * as fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createZip } from '../../main/adapters/zip/zip.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { craftZip, type CraftedEntry } from '../adapters/zip/craft-zip.ts';
import { quietContext } from '../adapters/zip/quiet-context.ts';
import {
  exporting,
  makeDossier,
  makeWorld,
  newFolder,
  python,
  removeFolders,
} from '../methods/bundle-world.ts';
import { agreed, byYinqi, type Verified } from './verify-by-yinqi.ts';

const zip = createZip();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let bundle: string;
let unzipped: string;
let top: string;
let files: ReadonlyMap<string, Buffer>;
const requests: string[] = [];
const complaints: string[] = [];

const unpack = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    z.extractall(sys.argv[2])
    print('\\n'.join(z.namelist()))
`;

beforeAll(async () => {
  browser = await launchChromium();
  const world = makeWorld();
  bundle = join(newFolder(), '材料包.zip');
  await exporting(world, await makeDossier(), bundle);
  unzipped = newFolder();
  const names = python(unpack, bundle, unzipped).stdout.toString().trim().split('\n');
  files = new Map(names.map((name) => [name, readFileSync(join(unzipped, name))]));
  top = names[0]?.split('/')[0] ?? '';
});
afterAll(async () => {
  await browser.close();
  removeFolders();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  requests.length = 0;
  complaints.length = 0;
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  // The very page that lies in the bundle, opened from the disk as whoever unpacks it does.
  await page.goto(`file://${encodeURI(join(unzipped, top, 'verify.html'))}`);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  await context.close();
});

/** What the page says once it is done: whole or not, each difference as code and path, or the one thing that it says instead. */
async function result(): Promise<Verified> {
  await page.locator('#result h2, #status .problem').first().waitFor();
  return page.evaluate(() => ({
    verdict: document.querySelector('#result h2')?.className.replace('verdict ', '') ?? '',
    differences: [...document.querySelectorAll('.differences li')]
      .map(
        (line) =>
          `${line.querySelector('.kind')?.className.replace('kind ', '')} ${line.querySelector('.path')?.textContent}`,
      )
      .sort(),
    problem: document.querySelector('#status .problem span')?.textContent ?? '',
  }));
}

async function byPage(bytes: Buffer): Promise<Verified> {
  await page.evaluate(() =>
    document.querySelectorAll('#result, #status').forEach((one) => one.replaceChildren()),
  );
  await page.setInputFiles('#zip', { name: 'b.zip', mimeType: 'application/zip', buffer: bytes });
  return result();
}

const entries = (changes: ReadonlyMap<string, Buffer | null> = new Map()): CraftedEntry[] =>
  [...new Map<string, Buffer | null>([...files, ...changes])].flatMap(([name, content], index) =>
    content === null ? [] : [{ name, content, deflate: index % 2 === 0 }],
  );

describe('verify.html, opened from a disk', () => {
  test('says that a whole zip is whole, with what its report says, and uses no network', async () => {
    await page.setInputFiles('#zip', bundle);
    expect(await result()).toEqual({ verdict: 'whole', differences: [], problem: '' });
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('完整，未被改动');
    expect(text).toContain('Whole and unchanged');
    expect(text).toContain('2026-11-22');
    expect(text).toContain('没有错误级问题');
    const fingerprint = python(
      'import hashlib,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(hashlib.sha256(z.read([n for n in z.namelist() if n.endswith("/tagmanifest-sha256.txt")][0])).hexdigest())',
      bundle,
    );
    expect(text).toContain(fingerprint.stdout.toString().trim());
    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('says the same of the unzipped folder, and of the folder around it', async () => {
    await page.setInputFiles('#folder', join(unzipped, top));
    expect(await result()).toMatchObject({ verdict: 'whole', differences: [] });
    await page.reload();
    await page.setInputFiles('#folder', unzipped);
    expect(await result()).toMatchObject({ verdict: 'whole', differences: [] });
  });

  test('names what is changed, missing and extra in a folder, and passes over what systems leave there', async () => {
    const copy = newFolder();
    cpSync(join(unzipped, top), join(copy, top), { recursive: true });
    const [changed = '', missing = ''] = [...files.keys()]
      .filter((name) => name.endsWith('.png'))
      .map((name) => name.slice(top.length + 1));
    writeFileSync(join(copy, top, changed), 'other');
    rmSync(join(copy, top, missing));
    writeFileSync(join(copy, top, 'data', '多出的.txt'), 'x');
    writeFileSync(join(copy, top, 'data', '.DS_Store'), 'x');
    await page.setInputFiles('#folder', join(copy, top));
    const found = await result();
    expect(found.verdict).toBe('spoiled');
    expect(found.differences).toEqual(
      [`changed ${changed}`, `missing ${missing}`, 'extra data/多出的.txt', 'changed bag-info.txt'].sort(),
    );
    expect(await page.locator('.plain').textContent()).toContain('.DS_Store');
  });

  test('takes a dropped zip and a dropped folder', async () => {
    const session = await context.newCDPSession(page);
    const drop = async (path: string): Promise<void> => {
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 300, y: 250, data });
      }
    };
    await drop(bundle);
    expect(await result()).toMatchObject({ verdict: 'whole' });
    await page.reload();
    await drop(join(unzipped, top));
    expect(await result()).toMatchObject({ verdict: 'whole' });
  });

  test('tells an encrypted zip, no zip at all, and a zip that is no bundle', async () => {
    const locked = join(newFolder(), 'locked.zip');
    await zip.encrypt({ absolutePath: bundle, name: 'b.zip' }, locked, 'copper lantern 42', {
      ...quietContext(),
      entryName: 'bundle.zip',
    });
    expect((await byPage(readFileSync(locked))).problem).toContain('已加密');
    expect((await byPage(Buffer.from('no zip'))).problem).toContain('不是完整的 zip');
    expect((await byPage(Buffer.alloc(0))).problem).toContain('不是完整的 zip');
    expect(await byPage(craftZip([{ name: 'a.txt', content: 'a' }]))).toMatchObject({
      differences: ['not-a-bag bagit.txt'],
    });
  });

  test('finds in hostile zips what yinqi verify finds', async () => {
    const whole = entries();
    const content = 'x';
    const hostile: CraftedEntry[] = [
      { name: '../outside.txt', content },
      { name: '/etc/passwd', content },
      { name: 'C:/Windows/x', content },
      { name: `${top}/data\\x.txt`, content },
      { name: `${top}/data/NUL.txt`, content },
      { name: `${top}/bagit.txt`, content },
      { name: `${top}/BAGIT.TXT`, content },
      { name: `${top}/data/link`, content, mode: 0o120777 },
      { name: `${top}/data/locked`, content, flags: 0x801 },
      { name: `${top}/data/lies`, content, deflate: true, declaredSize: 5 },
      { name: `${top}/data/crc`, content, declaredCrc: 1 },
      { name: `${top}/data/method`, content, method: 12 },
      { name: `${top}/data/other`, content, localName: `${top}/data/another` },
      { name: `${top}/data/bomb`, content: Buffer.alloc(11_000_000), deflate: true },
      { name: Buffer.from([0x61, 0xff, 0xfe]), content },
      { name: `${top}/data/${'长'.repeat(60)}\u202egnp.txt`, content },
      // Quotes the bytes of another entry, as a zip bomb does.
      { name: `${top}/data/quoted`, content: files.get(`${top}/bagit.txt`) ?? '', sharesBytesOf: 0 },
    ];
    for (const one of hostile) {
      const bytes = craftZip([...whole, one]);
      const found = await byPage(bytes);
      expect(found, String(one.name)).toEqual(await byYinqi(bytes));
      expect(found.verdict).toBe('spoiled');
    }
  });

  test('reads an end record that contradicts itself as yinqi verify does', async () => {
    const whole = craftZip(entries());
    // The end record's last 22 bytes: disks, both counts, the directory's size and place.
    for (const back of [18, 16, 14, 13, 12, 11, 10, 6, 5]) {
      const bytes = Buffer.from(whole);
      bytes[bytes.length - back] = (bytes[bytes.length - back] ?? 0) ^ 40;
      const found = await byPage(bytes);
      expect(agreed(found), `${back} bytes before the end`).toEqual(agreed(await byYinqi(bytes)));
      expect(found.verdict).not.toBe('whole');
    }
  });

  test('agrees with yinqi verify on bundles spoiled in any way', async () => {
    const whole = readFileSync(bundle);
    const crafted = craftZip(entries());
    const names = [...files.keys()];
    const by = fc.integer({ min: 1, max: 255 });
    const spoiled = fc.oneof(
      fc.record({ what: fc.constant('byte' as const), at: fc.nat(whole.length - 1), by }),
      // The directory is a small part of the bytes and the larger part of what can go wrong.
      fc.record({ what: fc.constant('directory' as const), back: fc.integer({ min: 1, max: 2000 }), by }),
      fc.record({ what: fc.constant('cut' as const), length: fc.nat(whole.length - 1) }),
      fc.record({
        what: fc.constant('files' as const),
        changes: fc.array(
          fc.tuple(
            fc.constantFrom(...names, `${top}/data/新的.txt`, 'beside.txt'),
            fc.constantFrom(null, '不一样\n', ''),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    );
    const flip = (bytes: Buffer, at: number, by: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ by;
      return copy;
    };
    type Spoiled = typeof spoiled extends fc.Arbitrary<infer T> ? T : never;
    const spoil = (how: Spoiled): Buffer => {
      switch (how.what) {
        case 'byte':
          return flip(whole, how.at, how.by);
        case 'directory':
          return flip(crafted, crafted.length - how.back, how.by);
        case 'cut':
          return whole.subarray(0, how.length);
        case 'files':
          return craftZip(
            entries(
              new Map(how.changes.map(([name, text]) => [name, text === null ? null : Buffer.from(text)])),
            ),
          );
      }
    };
    const runs = Number(process.env['YINQI_TRIES'] ?? 60);
    let whole0 = 0;
    await fc.assert(
      fc.asyncProperty(spoiled, async (how) => {
        const bytes = spoil(how);
        const [theirs, ours] = [await byPage(bytes), await byYinqi(bytes)];
        expect(agreed(theirs)).toEqual(agreed(ours));
        if (ours.verdict === 'whole') whole0 += 1;
      }),
      { numRuns: runs },
    );
    console.log(
      `verify.html and yinqi verify agreed on ${runs} spoiled bundles, ${whole0} of them whole all the same`,
    );
    expect(whole0).toBeLessThan(runs / 2);
  });
});
