import { Button } from 'antd';
import type { Filing } from '../../../main/contract/letter-results.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useText } from '../../text/use-text.ts';
import '../files/plain-table.css';

interface FilingResultProps {
  readonly filing: Filing;
  readonly letters: readonly LetterSummary[];
  readonly onClose: () => void;
}

const stateKeys = { current: 'fileCurrent', outdated: 'fileOutdated', foreign: 'fileForeign' } as const;

/** What became of a batch of scans: page by page, what was left, and which letters are complete. */
export function FilingResult({ filing, letters, onClose }: FilingResultProps) {
  const t = useText('letters');
  const titleOf = (id: string): string => letters.find(({ letter }) => letter === id)?.title ?? id;
  const touched = filing.letters.filter(({ id }) =>
    filing.pages.some((page) => page.letter === id && page.state !== 'foreign'),
  );
  return (
    <div className="filing-result letter-card" role="status">
      <div className="row-between">
        <h3>{t('fileResult')}</h3>
        <Button onClick={onClose}>{t('fileClose')}</Button>
      </div>
      {filing.pages.length === 0 ? <p>{t('fileNothing')}</p> : null}
      {touched.length === 0 ? null : (
        <ul className="stack-tight" aria-label={t('fileLetters')}>
          {touched.map(({ id, complete, missing }) => (
            <li key={id} className={complete ? 'filing-complete' : 'filing-incomplete'}>
              {complete
                ? t('fileComplete', { title: titleOf(id) })
                : missing.length === 0
                  ? t('fileNotReady', { title: titleOf(id) })
                  : t('fileMissing', { title: titleOf(id), pages: missing.join(', ') })}
            </li>
          ))}
        </ul>
      )}
      {filing.pages.length === 0 ? null : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('filePages')}>
          <table className="plain-table">
            <caption className="visually-hidden">{t('filePages')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fileColumnSource')}</th>
                <th scope="col">{t('fileColumnLetter')}</th>
                <th scope="col">{t('fileColumnPage')}</th>
                <th scope="col">{t('fileColumnState')}</th>
              </tr>
            </thead>
            <tbody>
              {filing.pages.map(({ source, index, letter, page, pages, state, rotated }) => (
                <tr key={`${source} ${index}`}>
                  <td className="break">{t('fileSourcePage', { source, page: index + 1 })}</td>
                  <td>{titleOf(letter)}</td>
                  <td>{t('fileOf', { page, pages })}</td>
                  <td className={state === 'current' ? 'filing-complete' : 'filing-incomplete'}>
                    {t(stateKeys[state])}
                    {rotated === 0 ? '' : ` · ${t('fileRotated', { degrees: rotated })}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {filing.unfiled.length === 0 ? null : (
        <div className="stack-tight">
          <h3>{t('fileUnfiled')}</h3>
          <ul className="stack-tight">
            {filing.unfiled.map(({ source, index, why }) => (
              <li key={`${source} ${index} ${why}`}>
                <p className="break">{t('fileSourcePage', { source, page: index + 1 })}</p>
                <p className="small soft">{why}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small soft">{t('fileKept')}</p>
    </div>
  );
}
