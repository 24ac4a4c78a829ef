import type { Verification } from '../../../main/contract/bundle.ts';
import { useText } from '../../text/use-text.ts';
import '../files/plain-table.css';

const codeKeys = {
  changed: 'codeChanged',
  missing: 'codeMissing',
  extra: 'codeExtra',
  unsafe: 'codeUnsafe',
  damaged: 'codeDamaged',
  'not-a-bag': 'codeNotABag',
  'report-differs': 'codeReportDiffers',
} as const;

/** How a bundle verified, with every difference by name. */
export function VerificationView({ verification }: { readonly verification: Verification }) {
  const t = useText('bundle');
  const { verdict, draft, redacted, files, report, differences } = verification;
  const isWhole = verdict === 'whole';
  return (
    <div className={isWhole ? 'verification verification-whole' : 'verification verification-not'}>
      <p className="verification-verdict">
        <span aria-hidden="true">{isWhole ? '✓ ' : '✗ '}</span>
        {t(isWhole ? 'whole' : 'notWhole')}
      </p>
      <p className="small">
        {t('filesChecked', { count: files })}
        {report === undefined
          ? ''
          : ` · ${t(report.verdict === 'pass' ? 'reportPass' : 'reportFail', report.rulebook)}`}
      </p>
      {redacted === true ? <p className="verification-draft">{t('redactedWarning')}</p> : null}
      {draft ? <p className="verification-draft">{t('isDraft')}</p> : null}
      {differences.length === 0 ? null : (
        <div
          className="table-scroll"
          tabIndex={0}
          role="region"
          aria-label={t('differences', { count: differences.length })}
        >
          <table className="plain-table">
            <caption>{t('differences', { count: differences.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('columnKind')}</th>
                <th scope="col">{t('columnPath')}</th>
                <th scope="col">{t('columnMessage')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ code, path, message }) => (
                <tr key={`${code} ${path} ${message}`}>
                  <td className="verification-code">{t(codeKeys[code])}</td>
                  <td className="break">{path}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
