import type { CompanySummary } from '../../../../main/contract/kept-companies.ts';

const bare = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** The kept company that a dossier's company is: by credit code where both have one, else by name; null for none. */
export function keptAs(
  companies: readonly Pick<CompanySummary, 'company' | 'name' | 'uscc'>[],
  company: { readonly name?: string | undefined; readonly uscc?: string | undefined },
): string | null {
  const [name, uscc] = [bare(company.name), bare(company.uscc)];
  const same = companies.find((one) => {
    const code = bare(one.uscc);
    if (code !== '' && uscc !== '') return code === uscc;
    return name !== '' && bare(one.name) === name;
  });
  return same?.company ?? null;
}
