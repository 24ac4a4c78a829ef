import { Modal } from 'antd';
import { useFocusReturn } from '../components/use-focus-return.ts';
import { DialogBody } from '../components/dialog-body.tsx';
import { useText } from '../text/use-text.ts';
import './shortcut-list.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const control = isMac ? '⌘' : 'Ctrl';
const alt = isMac ? '⌥' : 'Alt';

const rows = [
  ['keys.save', [[control, 'S']]],
  ['keys.undo', [[control, 'Z']]],
  ['keys.redo', [[control, 'Shift', 'Z']]],
  ['keys.find', [[control, 'F']]],
  ['keys.print', [[control, 'P']]],
  [
    'keys.steps',
    [
      [alt, '1'],
      [alt, '8'],
    ],
  ],
  [
    'keys.pages',
    [
      [alt, 'PageUp'],
      [alt, 'PageDown'],
    ],
  ],
  ['keys.explain', [['F1']]],
  ['keys.close', [['Esc']]],
  ['keys.help', [['?']]],
] as const;

/** Every shortcut in one dialog. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const t = useText('shell');
  useFocusReturn();
  return (
    <Modal
      open
      title={t('keys.title')}
      footer={null}
      width={520}
      onCancel={onClose}
      closable={{ 'aria-label': t('keys.dismiss') }}
    >
      <DialogBody label={t('keys.title')}>
        <dl className="shortcut-list">
          {rows.map(([name, combinations]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>
                {combinations.map((keys, index) => (
                  <span key={keys.join('+')}>
                    {index === 0 ? null : ` ${t('keys.to')} `}
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="small soft">{t('keys.composing')}</p>
      </DialogBody>
    </Modal>
  );
}
