import type { MethodOutput } from '../../main/contract/api.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { Answer } from '../dossier/use-answer.ts';
import { byteSize } from '../steps/files/byte-size.ts';
import '../steps/files/plain-table.css';
import { useText } from '../text/use-text.ts';

/** What is kept on this computer, by kind and by place. */
export function KeptPanel({ answer }: { readonly answer: Answer<MethodOutput<'data.overview'>> }) {
  const t = useText('data');
  const { data, error } = answer;
  return (
    <section className="data-section" aria-labelledby="data-kept">
      <h2 id="data-kept">{t('keep.title')}</h2>
      {error === null ? null : <FailureNotice error={error} onRetry={answer.reload} />}
      {data === null ? (
        error === null && <p className="soft">{t('loading')}</p>
      ) : (
        <>
          <p>
            {t('keep.lead')} <code className="break">{data.dataFolder}</code>
          </p>
          <p className="soft">
            {t('keep.count', { count: data.dossiers })}
            {data.removedDossiers === 0 ? null : ` · ${t('keep.removed', { count: data.removedDossiers })}`}
          </p>
          <div className="data-tables">
            <div className="table-scroll">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('keep.kind')}</th>
                    <th scope="col">{t('keep.files')}</th>
                    <th scope="col">{t('keep.size')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.kinds.map(({ kind, files, sizeBytes }) => (
                    <tr key={kind}>
                      <td>{t(`kind.${kind}`)}</td>
                      <td>{files}</td>
                      <td className="data-size">{byteSize(sizeBytes)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <div className="table-scroll">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('keep.place')}</th>
                    <th scope="col">{t('keep.size')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.places.map(({ id, path, sizeBytes }) => (
                    <tr key={id}>
                      <td>
                        {t(`place.${id}`)}
                        <br />
                        <code className="break faint">{path}</code>
                      </td>
                      <td className="data-size">{byteSize(sizeBytes)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
          <p className="small soft">{t('keep.gone')}</p>
        </>
      )}
    </section>
  );
}
