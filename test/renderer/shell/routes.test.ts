import { describe, expect, test } from 'vitest';
import { hrefOf, routeOf, steps } from '../../../renderer/shell/routes.ts';

describe('routes', () => {
  test('an empty hash is the home page', () => {
    expect(routeOf('')).toEqual({ page: 'home' });
    expect(routeOf('#/')).toEqual({ page: 'home' });
  });

  test('every step of a dossier comes back from its own address', () => {
    for (const step of steps) {
      const route = { page: 'dossier', dossier: 'a1', step } as const;
      expect(routeOf(hrefOf(route))).toEqual(route);
    }
  });

  test('the field to focus survives the address, dots and Chinese included', () => {
    for (const focus of ['app.name', 'documents.business-licence', '资料/营业执照 1.jpg', 'a=b&c?d']) {
      const route = { page: 'dossier', dossier: 'a1', step: 'files', focus } as const;
      expect(routeOf(hrefOf(route))).toEqual(route);
    }
  });

  test('a dossier id with a slash or spaces survives the address', () => {
    const route = { page: 'dossier', dossier: '案卷/1 号', step: 'app' } as const;
    expect(routeOf(hrefOf(route))).toEqual(route);
  });

  test('the pages of templates, clauses and forms come back from their own addresses', () => {
    for (const route of [
      { page: 'templates' },
      { page: 'data' },
      { page: 'templates', letter: 'authorisation-letter' },
      { page: 'templates', letter: '我们的 函/件' },
      { page: 'forms', letter: 'publishing-commitment' },
      { page: 'clauses', clause: 'authorisation-period' },
    ] as const) {
      expect(routeOf(hrefOf(route))).toEqual(route);
    }
  });

  test('a dossier without a step opens at its first', () => {
    expect(routeOf('#/dossier/a1')).toEqual({ page: 'dossier', dossier: 'a1', step: 'category' });
  });

  test('addresses that lead nowhere are said to be unknown', () => {
    for (const hash of [
      '#/nowhere',
      '#/dossier',
      '#/dossier/a1/steps',
      '#/forms',
      '#/templates/a/b',
      '#/dossier/a1/app/more',
      '#/dossier/%E0%A4%A/app',
    ]) {
      expect(routeOf(hash), hash).toEqual({ page: 'unknown' });
    }
  });

  test('an empty focus is none', () => {
    expect(routeOf('#/dossier/a1/app?focus=')).toEqual({ page: 'dossier', dossier: 'a1', step: 'app' });
  });
});

test('companies and people that are kept have addresses of their own', () => {
  expect(routeOf('#/companies')).toEqual({ page: 'companies' });
  for (const route of [
    { page: 'companies', company: 'a 1/二' },
    { page: 'people', person: 'b' },
  ] as const) {
    expect(routeOf(hrefOf(route))).toEqual(route);
  }
  expect(routeOf('#/people')).toEqual({ page: 'unknown' });
  expect(routeOf('#/companies/a/b')).toEqual({ page: 'unknown' });
});
