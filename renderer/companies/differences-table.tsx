import type { CompanyDifference, CompanyField } from '../../main/contract/kept-companies.ts';
import { useText } from '../text/use-text.ts';
import { useCompanyFieldTitle } from './company-field-title.ts';

interface DifferencesTableProps {
  readonly name: string;
  readonly differences: readonly CompanyDifference[];
  readonly chosen: ReadonlySet<CompanyField>;
  readonly onChoose: (chosen: ReadonlySet<CompanyField>) => void;
}

/** What a dossier and the kept company say, side by side, each with a tick. */
export function DifferencesTable({ name, differences, chosen, onChoose }: DifferencesTableProps) {
  const t = useText('companies');
  const titleOf = useCompanyFieldTitle();
  const toggle = (field: CompanyField): void => {
    const next = new Set(chosen);
    if (!next.delete(field)) next.add(field);
    onChoose(next);
  };
  const cell = (text: string | null) =>
    text === null ? <span className="faint">{t('differences.empty')}</span> : text;
  return (
    <div className="differences" tabIndex={-1}>
      <table aria-label={t('differences.label', { name })}>
        <thead>
          <tr>
            <th scope="col">{t('differences.field')}</th>
            <th scope="col">{t('differences.kept')}</th>
            <th scope="col">{t('differences.there')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field, kept, there }) => (
            <tr key={field}>
              <th scope="row">
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(field)}
                    aria-label={t('differences.choose', { field: titleOf(field) })}
                    onChange={() => toggle(field)}
                  />
                  {titleOf(field)}
                </label>
              </th>
              <td>{cell(kept)}</td>
              <td>{cell(there)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
