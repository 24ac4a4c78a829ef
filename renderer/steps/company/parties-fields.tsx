import { Button } from 'antd';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useFieldFindings } from '../../form/field-findings.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';
import { PartyFields, type Party } from './party-fields.tsx';
import './parties-fields.css';

const atRest = { isFocused: false, isChanged: false };

/** Others whose papers are needed: a list that grows and shrinks, saved as a whole. */
export function PartiesFields() {
  const t = useText('companyForm');
  const form = useText('form');
  const session = useSession();
  const { document: shown } = useSessionState().data;
  const tellUndo = useUndoNotice();
  const parties = shown.parties ?? [];
  const findings = useFieldFindings(['parties'], atRest);
  const save = (next: readonly Party[]): void => session.edit(['parties'], next.length === 0 ? null : next);
  const remove = (index: number): void => {
    save(parties.toSpliced(index, 1));
    void session.flush();
    tellUndo({
      message: t('party.removed', { party: t('party', { number: index + 1 }) }),
      undo: () => {
        save(parties);
        return session.flush();
      },
    });
  };
  return (
    <Sheet title={t('parties.title')} lead={t('parties.lead')}>
      {parties.length === 0 ? <p className="soft">{t('parties.none')}</p> : null}
      {parties.map((party, index) => (
        // Parties have no ids; their place in the list is what names them.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="party" id={`field-parties.${index}`} tabIndex={-1}>
          <legend className="field-label">{t('party', { number: index + 1 })}</legend>
          <PartyFields
            party={party}
            place={index}
            onChange={(next) => save(parties.toSpliced(index, 1, next))}
            onLeave={() => void session.flush()}
          />
          <Button
            className="party-remove"
            aria-label={form('removeOf', { item: t('party', { number: index + 1 }) })}
            onClick={() => remove(index)}
          >
            {form('remove')}
          </Button>
        </fieldset>
      ))}
      {findings.length === 0 ? null : <FindingList findings={findings} dossier={session.id} />}
      <div>
        <Button id="field-parties" onClick={() => save([...parties, { role: 'licensor', kind: 'company' }])}>
          {t('parties.add')}
        </Button>
      </div>
    </Sheet>
  );
}
