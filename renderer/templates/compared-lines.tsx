import type { TemplateComparison } from '../../main/contract/templates.ts';
import { useText } from '../text/use-text.ts';
import { foldSame } from './fold-same.ts';

/** Two versions line by line: what went away, what came, and enough around it to find it. */
export function ComparedLines({ lines }: { readonly lines: TemplateComparison['lines'] }) {
  const t = useText('templates');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('compare.lines')}>
      <table className="compared">
        <caption className="visually-hidden">{t('compare.lines')}</caption>
        <tbody>
          {foldSame(lines).map((line, index) =>
            line.kind === 'folded' ? (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} className="compared-folded">
                <td colSpan={4}>{t('compare.folded', { count: line.count })}</td>
              </tr>
            ) : (
              // Lines have no name but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} className={`compared-${line.kind}`}>
                <td className="compared-number">{line.from ?? ''}</td>
                <td className="compared-number">{line.to ?? ''}</td>
                <td className="compared-sign">
                  {line.kind === 'same' ? null : (
                    <>
                      <span aria-hidden="true">{line.kind === 'added' ? '+' : '−'}</span>
                      <span className="visually-hidden">{t(`compare.${line.kind}`)}</span>
                    </>
                  )}
                </td>
                <td className="compared-text">{line.text}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
