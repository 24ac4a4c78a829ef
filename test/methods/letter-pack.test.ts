import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverOf, newFolder, pack, papers, pixelsOf, run, setUp, textsOf } from './pack-world.ts';

let licence = '';
let filing = '';
beforeAll(async () => {
  licence = await papers.jpeg('licence.jpg', 2970, 2100);
  filing = await papers.pdf('filing.pdf');
});

describe('a pack of letters and copies', () => {
  let made: Awaited<ReturnType<typeof pack>>;
  let texts: readonly string[];
  beforeAll(async () => {
    const front = await papers.png('front.png', 1011, 638);
    const back = await papers.jpeg('back.jpg', 1011, 638);
    const licensors = await papers.sideways('licensor.jpg', 1500, 2121);
    made = await pack(setUp(), {
      sources: {
        'licensor-business-licence': [licensors],
        'legal-representative-id-copy': [front, back],
        'icp-filing': [filing],
        'business-licence': [licence],
      },
    });
    texts = textsOf(made.path);
  });

  test('stands in the order to stamp: own letters, own copies, then what goes to the licensor', () => {
    const own = made.sheets.filter(({ party }) => party === '深圳市样例科技有限公司');
    expect(own.filter(({ kind }) => kind === 'copy').map(({ id }) => id)).toEqual([
      'business-licence',
      'icp-filing',
      'legal-representative-id-copy',
    ]);
    const kinds = own.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted().toReversed());
    expect(made.sheets.at(-1)).toMatchObject({
      id: 'licensor-business-licence',
      party: '广州市示范软件有限公司',
    });
  });

  test('every page is where the cover says', () => {
    expect(texts).toHaveLength(made.pages);
    expect(made.sheets.map(({ page }) => page)).toEqual(
      Array.from({ length: made.pages - made.coverPages }, (_, index) => made.coverPages + 1 + index),
    );
    const cover = texts.slice(0, made.coverPages).join('');
    expect(cover).toContain(`共${made.pages}页`);
    const seen = new Map<string, number>();
    for (const { page, kind, id, title } of made.sheets) {
      const said = texts[page - 1] ?? '';
      if (kind === 'copy') expect(said).toContain(`打印包第${page}页`);
      else {
        const own = (seen.get(id) ?? 0) + 1;
        seen.set(id, own);
        expect(said).toMatch(new RegExp(`YQpack-test·${id}·[0-9a-f]{8}·${own}/`));
        expect(title).toContain(`第 ${own} 页`);
      }
    }
  });

  test('the cover’s table names each page by its number, and what is done with it', () => {
    const rows = coverOf(made);
    for (const { page, title, signs, seal, handwriting, scan } of made.sheets) {
      const cells = [page, title, signs ?? '—', seal ?? '—', handwriting ?? '—', scan].join('');
      expect(rows).toContain(cells.replace(/\s/g, ''));
    }
  });

  test('the cover says who signs, where the seal goes, what is written and how it is scanned', () => {
    for (const part of ['用于注册腾讯开发者账号', '写日期', '彩色', '300dpi', '单面', '印泥公章']) {
      expect(coverOf(made)).toContain(part);
    }
    const sheet = (id: string) => made.sheets.findLast((one) => one.id === id);
    expect(sheet('publishing-commitment')).toMatchObject({
      seal: expect.stringContaining('压住落款'),
      handwriting: '写日期',
    });
    expect(sheet('business-licence')).toMatchObject({ handwriting: '照抄“用于注册腾讯开发者账号”；写日期' });
    expect(sheet('icp-filing')?.handwriting).toBeUndefined();
    expect(sheet('licensor-business-licence')).toMatchObject({
      handwriting:
        '任选一句照抄：“用于授权申请腾讯会议开放平台上线”或“用于注册腾讯会议开放平台开发者账号”；写日期',
    });
  });

  test('that the texts for a licensor’s licence differ is said on its page with the clauses', () => {
    expect(texts.at(-1)).toContain('来源不一致');
    expect(texts.at(-1)).toContain('compliance/4-1');
    expect(texts.at(-1)).toContain('compliance/4.1-3');
    expect(texts.slice(0, -1).join('')).not.toContain('来源不一致');
  });

  test('what is not in it is named with what is missing, one of several papers once', () => {
    expect(made.left.map(({ id, reason }) => [id, reason]).toSorted()).toEqual([
      ['agent-id-copy', 'no-file'],
      ['security-inspection-authorisation', 'not-asked'],
      ['software-copyright', 'no-file'],
      ['software-copyright-authorisation-company', 'not-asked'],
    ]);
    for (const { title, why } of made.left) {
      expect(coverOf(made)).toContain(`${title}${why}`.replace(/\s/g, ''));
    }
  });

  test('independent readers find nothing wrong with it', () => {
    expect(run('qpdf', '--check', made.path)).toContain('No syntax or stream encoding errors');
    expect(run('pdfinfo', made.path)).toMatch(new RegExp(`Pages:\\s+${made.pages}`));
    const fonts = run('pdffonts', made.path)
      .split('\n')
      .filter((line) => line.includes('Noto'));
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts) expect(line).toMatch(/yes yes yes/);
    expect(statSync(made.path).size).toBe(made.sizeBytes);
  });

  test('a PDF handed over stays what it is, its text with it', () => {
    const page = made.sheets.find(({ id }) => id === 'icp-filing')?.page ?? 0;
    expect(texts[page - 1]).toContain('FILING1');
    const images = run('pdfimages', '-list', '-f', String(page), '-l', String(page), made.path);
    expect(images.trim().split('\n')).toHaveLength(2);
  });

  test('a photograph that lies on its side is printed upright', async () => {
    const page = await pixelsOf(made.path, made.pages);
    expect(page.height).toBeGreaterThan(page.width);
    let [left, top, right] = [Infinity, Infinity, 0];
    for (let y = 0; y < page.height; y += 1) {
      for (let x = 0; x < page.width; x += 1) {
        const [r = 0, g = 0, b = 0] = page.data.subarray(
          (y * page.width + x) * 3,
          (y * page.width + x) * 3 + 3,
        );
        if (!(b > 200 && r < 80 && g < 80)) continue;
        [left, top, right] = [Math.min(left, x), Math.min(top, y), Math.max(right, x)];
      }
    }
    // The blue corner is at the top left of the picture, in the upper left of the page.
    expect(right).toBeLessThan(page.width / 2);
    expect(top).toBeLessThan(page.height / 8);
    expect(left).toBeGreaterThan(0);
  });

  test('scans of it file themselves: every letter page is current', async () => {
    const { app, world, dossier } = setUp();
    const scans = newFolder();
    run('pdftoppm', '-r', '150', '-jpeg', made.path, join(scans, 'scan'));
    const filed = await app.call('letters.file', {
      dossier,
      scans: readdirSync(scans).map((name) => world.grants.offer(join(scans, name))),
    });
    const letters = made.sheets.filter(({ kind }) => kind === 'letter');
    expect(filed.pages.map(({ letter, state }) => `${letter} ${state}`).toSorted()).toEqual(
      letters.map(({ id }) => `${id} current`).toSorted(),
    );
    expect(filed.letters.every(({ complete }) => complete)).toBe(true);
  }, 60_000);
});

test('the same input gives the same bytes, and other pictures another identifier', async () => {
  const sources = { 'business-licence': [licence], 'icp-filing': [filing] };
  const [first, second] = [await pack(setUp(), { sources }), await pack(setUp(), { sources })];
  expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  const other = await papers.pdf('other.pdf', { pages: 2 });
  const third = await pack(setUp(), { sources: { ...sources, 'icp-filing': [other] } });
  const idOf = (path: string): string =>
    /\/ID \[ <([0-9a-f]+)>/i.exec(run('qpdf', '--qdf', path, '-'))?.[1] ?? path;
  expect(idOf(third.path)).not.toBe(idOf(first.path));
});

test('progress only grows, and work that is cancelled leaves no file', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const seen: number[] = [];
  await pack(
    setting,
    { sources: { 'business-licence': [licence] } },
    {
      onProgress: ({ done, total }) => seen.push(done / total),
    },
  );
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
  for (const share of [0, 0.3, 0.6]) {
    const cancel = new AbortController();
    const path = join(newFolder(), 'pack.pdf');
    writeFileSync(path, 'before');
    await expect(
      app.call(
        'letters.pack',
        {
          dossier,
          target: world.grants.offer(path),
          sources: {
            'business-licence': [licence, licence, licence, licence].map((one) => world.grants.offer(one)),
          },
        },
        {
          signal: cancel.signal,
          onProgress: ({ done, total }) => {
            if (done / total >= share) cancel.abort();
          },
        },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(join(path, '..'))).toEqual(['pack.pdf']);
  }
});

test('without a target the pack is an artifact under a Chinese name', async () => {
  const { app, world, dossier } = setUp();
  const made = await app.call('letters.pack', { dossier });
  expect(made.fileName).toBe('打印包-样例纪要-20261122.pdf');
  const { absolutePath, mediaType } = world.artifacts.resolve(made.artifact ?? '');
  expect(mediaType).toBe('application/pdf');
  expect(existsSync(absolutePath)).toBe(true);
});
