import { expect, test } from 'vitest';
import { companyDossier, letterSetting } from './letter-setting.ts';

const { newFolder, setUp } = letterSetting('letters-listed');

test.each([
  ['undated', {}],
  ['dated', { date: '2026-11-22' }],
  ['of some', { letters: ['authorisation-letter', 'security-inspection-authorisation'] }],
])(
  'letters written, %s, are listed in the same call as they are in a call of their own',
  async (_, which) => {
    const { app, world, dossier } = setUp(companyDossier({ id: 'letters-listed' }));
    const only = 'letters' in which ? { letters: which.letters } : {};
    const before = await app.call('letters.list', { dossier, ...only });
    const folder = world.grants.offer(newFolder());
    const { listed, written } = await app.call('letters.write', { dossier, folder, list: true, ...which });
    expect(written.length).toBeGreaterThan(0);
    expect(listed).toEqual(before.letters);
    const plain = await app.call('letters.write', { dossier, folder, ...which });
    expect(plain).not.toHaveProperty('listed');
  },
);
