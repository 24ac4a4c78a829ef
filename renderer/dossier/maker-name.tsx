import { Input } from 'antd';
import { useSyncExternalStore } from 'react';
import { useText } from '../text/use-text.ts';
import './maker-name.css';

const storageKey = 'yinqi.maker';
const listeners = new Set<() => void>();
let unstored = '';

/** The name that the user of this computer gave once; empty while none was given. */
export function makerName(): string {
  try {
    return localStorage.getItem(storageKey) ?? '';
  } catch {
    // No storage here: the name holds until the window closes.
    return unstored;
  }
}

function setMakerName(name: string): void {
  unstored = name;
  try {
    localStorage.setItem(storageKey, name);
  } catch {
    // Said above.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Asks once who exports and prints; the history keeps the name. */
export function MakerName() {
  const t = useText('history');
  const name = useSyncExternalStore(subscribe, makerName);
  return (
    <div className="maker-name">
      <label htmlFor="maker-name">{t('makerName')}</label>
      <Input
        id="maker-name"
        value={name}
        maxLength={60}
        autoComplete="off"
        aria-describedby="maker-name-hint"
        onChange={(event) => setMakerName(event.target.value)}
      />
      <span id="maker-name-hint" className="small soft">
        {t('makerHint')}
      </span>
    </div>
  );
}
