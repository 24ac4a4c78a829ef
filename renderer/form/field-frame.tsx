import type { ReactNode } from 'react';
import type { Finding } from '../../main/contract/report.ts';
import { FindingList } from '../components/finding-list.tsx';
import { useSession } from '../dossier/session-context.tsx';
import { useText } from '../text/use-text.ts';
import type { Need } from './field-need.ts';
import './field-frame.css';

/** The ids of a field's parts, for `aria-describedby`. */
export const partsOfField = (field: string) => ({
  control: `field-${field}`,
  hint: `hint-${field}`,
  findings: `findings-${field}`,
});

interface FieldFrameProps {
  readonly field: string;
  readonly label: string;
  readonly need: Need;
  readonly hint?: string | undefined;
  readonly findings: readonly Finding[];
  /** Stands at the right above the control, for example a count. */
  readonly aside?: ReactNode;
  /** A group of controls takes a legend instead of a label. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

/** A labelled control with what to know about it above and what was found about it below. */
export function FieldFrame(props: FieldFrameProps) {
  const t = useText('form');
  const session = useSession();
  const { field, label, need, hint, findings, aside, isGroup = false, children } = props;
  const ids = partsOfField(field);
  const mark = need === 'unsaid' ? null : <span className={`field-need field-need-${need}`}>{t(need)}</span>;
  const body = (
    <>
      {hint === undefined ? null : (
        <p id={ids.hint} className="field-hint">
          {hint}
        </p>
      )}
      {children}
      <div id={ids.findings} className="field-findings" aria-live="polite">
        {findings.length === 0 ? null : <FindingList findings={findings} dossier={session.id} />}
      </div>
    </>
  );
  if (isGroup) {
    return (
      <fieldset className="field" id={ids.control} tabIndex={-1}>
        <legend className="field-label">
          {label} {mark}
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className="field">
      <div className="field-head">
        <label className="field-label" htmlFor={ids.control}>
          {label}
        </label>
        {mark}
        {aside}
      </div>
      {body}
    </div>
  );
}
