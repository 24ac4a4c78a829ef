import type { BundlePlan } from '../../../main/contract/bundle.ts';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useText } from '../../text/use-text.ts';
import { byteSize } from '../files/byte-size.ts';
import '../files/plain-table.css';

type Entry = BundlePlan['entries'][number];

/** The files of the bundle, folder by folder, with the form field that each goes to. */
export function PlanTable({ plan }: { readonly plan: BundlePlan }) {
  const t = useText('bundle');
  const titleOf = useFieldTitle();
  const { entries, fileName } = plan;
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <section className="bundle-section" aria-labelledby="bundle-plan">
      <div className="row-between">
        <h2 id="bundle-plan">{t('planTitle')}</h2>
        {entries.length === 0 ? null : (
          <p className="small soft">{t('planSummary', { files: entries.length, size: byteSize(total) })}</p>
        )}
      </div>
      <p className="soft break">{t('planLead', { name: fileName })}</p>
      {entries.length === 0 ? (
        <p>{t('planEmpty')}</p>
      ) : (
        <div className="table-scroll bundle-card" tabIndex={0} role="region" aria-label={t('planCaption')}>
          <table className="plain-table plan-table">
            <caption className="visually-hidden">{t('planCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('columnFile')}</th>
                <th scope="col">{t('columnRequirement')}</th>
                <th scope="col">{t('columnField')}</th>
                <th scope="col" className="plan-size">
                  {t('columnSize')}
                </th>
              </tr>
            </thead>
            {byFolder(entries).map(([folder, files]) => (
              <tbody key={folder}>
                <tr>
                  <th scope="rowgroup" colSpan={4} className="plan-folder">
                    {folder}
                  </th>
                </tr>
                {files.map(({ path, requirement, requirementTitle, field, sizeBytes }) => (
                  <tr key={path}>
                    <td className="plan-file break">{path.split('/').at(-1)}</td>
                    <td>{requirementTitle === requirement ? titleOf(requirement) : requirementTitle}</td>
                    <td>{field}</td>
                    <td className="plan-size">{byteSize(sizeBytes)}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
      <p className="small soft">{t('planRest')}</p>
    </section>
  );
}

/** Entries by the folder they lie in, without the bag's own `data/`; folders in the order they come. */
function byFolder(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  const folders = new Map<string, Entry[]>();
  for (const entry of entries) {
    const folder = entry.path
      .replace(/^data\//, '')
      .split('/')
      .slice(0, -1)
      .join('/');
    const files = folders.get(folder) ?? [];
    files.push(entry);
    folders.set(folder, files);
  }
  return [...folders];
}
