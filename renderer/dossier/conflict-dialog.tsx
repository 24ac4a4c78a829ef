import { Button, Modal } from 'antd';
import { fieldOf } from '../client/field-path.ts';
import { DialogBody } from '../components/dialog-body.tsx';
import { useText } from '../text/use-text.ts';
import { useFieldTitle } from './field-title.ts';
import { useSession, useSessionState } from './session-context.tsx';
import './conflict-dialog.css';

/** A value for people: lists by their items, nothing as the given word. */
function wordsOf(value: unknown, empty: string): string {
  if (value === undefined || value === null || value === '') return empty;
  if (Array.isArray(value))
    return value.length === 0 ? empty : value.map((one) => wordsOf(one, empty)).join('、');
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => wordsOf(one, empty))
      .join(' ');
  return String(value);
}

/** Fields that two windows changed: shows both, and asks which to keep. Nothing is saved until then. */
export function ConflictDialog() {
  const t = useText('dossier');
  const session = useSession();
  const { conflicts } = useSessionState();
  const titleOf = useFieldTitle();
  return (
    <Modal
      open={conflicts.length > 0}
      title={t('conflict.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={720}
      footer={
        <div className="row conflict-choices">
          <Button onClick={() => session.settleConflict('theirs')}>{t('conflict.keepTheirs')}</Button>
          <Button type="primary" onClick={() => session.settleConflict('mine')}>
            {t('conflict.keepMine')}
          </Button>
        </div>
      }
    >
      <DialogBody label={t('conflict.title')}>
        <p className="soft">{t('conflict.lead')}</p>
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((one) => (
              <tr key={fieldOf(one.path)}>
                <th scope="row">{titleOf(fieldOf(one.path))}</th>
                <td>{wordsOf(one.mine, t('conflict.empty'))}</td>
                <td>{wordsOf(one.theirs, t('conflict.empty'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogBody>
    </Modal>
  );
}
