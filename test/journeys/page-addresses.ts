import { hrefOf, steps, type Route } from '../../renderer/shell/routes.ts';
import type { ServedYinqi } from './serve-yinqi.ts';

/**
 * The addresses of every page that the app has, one entry for each kind of route: a new page is a type error here until it is given an
 * address, so that none is forgotten where all are looked at. Keeps a company and a person, which have pages of their own.
 */
export async function everyPage(served: ServedYinqi, dossier: string): Promise<ReadonlyMap<string, string>> {
  const { company } = await served.call('companies.save', {
    details: { name: '深圳市样例科技有限公司', uscc: '91440300MA5YANGL1W' },
  });
  const { person } = await served.call('people.save', { details: { name: '李四' } });
  const letter = 'authorisation-letter';
  const routes: { readonly [page in Route['page']]: readonly (Route & { readonly page: page })[] } = {
    home: [{ page: 'home' }],
    dossier: steps.map((step) => ({ page: 'dossier', dossier, step })),
    templates: [{ page: 'templates' }, { page: 'templates', letter }],
    forms: [{ page: 'forms', letter }],
    clauses: [{ page: 'clauses', clause: 'authorisation-period' }],
    data: [{ page: 'data' }],
    companies: [{ page: 'companies' }, { page: 'companies', company }],
    people: [{ page: 'people', person }],
    unknown: [],
  };
  const addresses = Object.values(routes)
    .flat()
    .map((route): readonly [string, string] => [hrefOf(route), `/${hrefOf(route)}`]);
  // No route is written for what is no page.
  return new Map([...addresses, ['unknown', '/#/no-such-page']]);
}
