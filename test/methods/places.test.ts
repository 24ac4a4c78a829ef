import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import { openBench } from './files-bench.ts';

const sample = (path: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../resources/sample', path));

test('files whose names say nothing are told by code, size and print, and nothing is put anywhere', async () => {
  const { call, world, dossier } = await openBench(
    'folder',
    'company: { legalRepresentative: { name: 张三 }, agent: { name: 李四 } }\ndocuments: { business-licence: papers/used.jpg }\n',
    {
      'papers/used.jpg': sample('papers/business-licence.jpg'),
      'files/1.pdf': sample('papers/publishing-commitment-signed.pdf'),
      'files/2.png': sample('assets/desktop-1.png'),
      'files/3.jpg': sample('papers/software-copyright-certificate.jpg'),
      'files/4.jpg': sample('papers/agent-id.jpg'),
      'files/5.png': await sharp({
        create: { width: 900, height: 900, channels: 3, background: '#fefefe' },
      })
        .png()
        .toBuffer(),
      'files/6.png': Buffer.from('这不是图片'),
    },
  );
  const { places } = await call('files.suggestPlaces', {});
  expect(places).toEqual([
    { path: 'files/1.pdf', field: 'documents.publishing-commitment', because: 'code' },
    { path: 'files/2.png', field: 'app.previews.desktop', because: 'size' },
    { path: 'files/3.jpg', field: 'documents.computer-software-copyright-certificate', because: 'print' },
    { path: 'files/4.jpg', field: 'documents.agent-id-copy', because: 'print' },
  ]);
  expect((await world.dossiers.open(dossier)).document.documents).toEqual({
    'business-licence': 'papers/used.jpg',
  });
});

test('telling places ends at once when it is cancelled', async () => {
  const { world, dossier } = await openBench('folder', '', { 'files/1.jpg': sample('papers/agent-id.jpg') });
  const reason = new Error('enough');
  const context = { language: 'zh' as const, signal: AbortSignal.abort(reason), onProgress: () => undefined };
  await expect(createApp(world).call('files.suggestPlaces', { dossier }, context)).rejects.toBe(reason);
});
