import { Checkbox } from 'antd';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Attestation } from '../../../main/contract/dossier.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { useText } from '../../text/use-text.ts';

type Statement = MethodOutput<'review.statements'>['topics'][number]['statements'][number];

interface StatementRowProps {
  readonly statement: Statement;
  readonly attested: Attestation | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (isOn: boolean) => void;
  readonly onWithdraw: () => void;
}

/** One statement: to tick while it is open, with who confirmed it and when afterwards, as high as before. */
export function StatementRow({ statement, attested, isSelected, onSelect, onWithdraw }: StatementRowProps) {
  const t = useText('review');
  const { rule, title, statement: text, by, because, cites } = statement;
  return (
    <li className="statement" id={`field-attestations.${rule}`}>
      {attested === undefined ? (
        <Checkbox checked={isSelected} onChange={(event) => onSelect(event.target.checked)}>
          <span className="statement-title">{title}</span>
        </Checkbox>
      ) : (
        <p className="statement-title">
          <span aria-hidden="true" className="statement-tick">
            ✓
          </span>
          {title}
        </p>
      )}
      <div className="statement-text">
        <p>{text}</p>
        <div className="statement-who small soft">
          <details>
            {attested === undefined ? (
              <summary>{t('statementBy', { by })}</summary>
            ) : (
              <summary className="statement-attested">
                {t('attestedBy', { by: attested.by, on: attested.on })}
              </summary>
            )}
            {attested === undefined ? null : <p>{t('statementBy', { by })}</p>}
            <p>{because}</p>
            <ClauseLinks cites={cites} />
          </details>
          {attested === undefined ? null : (
            <button
              type="button"
              className="link-button"
              aria-label={t('withdrawOf', { title })}
              onClick={onWithdraw}
            >
              {t('withdraw')}
            </button>
          )}
        </div>
        {attested?.note === undefined ? null : (
          <p className="small statement-attested">{t('noteOf', { note: attested.note })}</p>
        )}
      </div>
    </li>
  );
}
