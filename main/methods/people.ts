import type { KeptPerson } from '../contract/kept-companies.ts';
import { maskNumber } from '../core/company/mask-number.ts';
import type { Kept } from '../world/kept-companies.ts';
import type { Methods } from './method.ts';

const keptData = ({ id, revision, changedAt, details }: Kept<'person'>): KeptPerson => ({
  person: id,
  revision,
  changedAt,
  details,
});

/** People that are kept for all dossiers. */
export const peopleMethods: Pick<
  Methods,
  'people.list' | 'people.open' | 'people.save' | 'people.remove' | 'people.restore'
> = {
  async 'people.list'(world) {
    const people = await world.companies.list('person');
    return {
      people: people.map(({ id, changedAt, details }) => ({
        person: id,
        name: details.name?.trim() ?? '',
        idNumber: maskNumber(details.idNumber ?? ''),
        phone: details.phone?.trim() ?? '',
        changedAt,
      })),
    };
  },

  async 'people.open'(world, { person }) {
    return keptData(await world.companies.open('person', person));
  },

  async 'people.save'(world, { person, baseRevision, details }) {
    const entry = { id: person ?? null, baseRevision: baseRevision ?? 0, details };
    return keptData(await world.companies.save('person', entry));
  },

  async 'people.remove'(world, { person }) {
    await world.companies.remove('person', person);
    return {};
  },

  async 'people.restore'(world, { person }) {
    return keptData(await world.companies.restore('person', person));
  },
};
