import { Button, Input } from 'antd';
import { useState } from 'react';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { FieldFrame, partsOfField } from '../../form/field-frame.tsx';
import { useFieldFindings } from '../../form/field-findings.ts';
import { useFieldNeed } from '../../form/field-need.ts';
import { useText } from '../../text/use-text.ts';
import { splitKeywords } from './split-keywords.ts';
import './app-page.css';

const field = 'app.searchKeywords';

/** Search keywords as a row of words: added one by one or pasted together. */
export function KeywordsField() {
  const t = useText('appForm');
  const form = useText('form');
  const session = useSession();
  const tellUndo = useUndoNotice();
  const titleOf = useFieldTitle();
  const keywords = useSessionState().data.document.app?.searchKeywords ?? [];
  const [typed, setTyped] = useState('');
  const [isFocused, setFocused] = useState(false);
  const need = useFieldNeed(field);
  const findings = useFieldFindings([field], { isFocused, isChanged: typed !== '' });
  const save = (next: readonly string[]): void => {
    session.edit(['app', 'searchKeywords'], next.length === 0 ? null : next);
    void session.flush();
  };
  const add = (): void => {
    const next = splitKeywords(typed, keywords);
    setTyped('');
    if (next.length > keywords.length) save(next);
  };
  const remove = (keyword: string): void => {
    save(keywords.filter((one) => one !== keyword));
    tellUndo({ message: t('keyword.removed', { keyword }), undo: () => save(keywords) });
  };
  return (
    <FieldFrame
      field={`${field}.group`}
      label={titleOf(field)}
      need={need}
      hint={t('keywords.hint')}
      findings={findings}
      isGroup
    >
      {keywords.length === 0 ? (
        <p className="faint small">{t('keywords.none')}</p>
      ) : (
        <ul className="row keywords">
          {keywords.map((one) => (
            <li key={one} className="keyword">
              <span className="break">{one}</span>
              <button type="button" aria-label={form('removeOf', { item: one })} onClick={() => remove(one)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="keyword-entry">
        <Input
          id={partsOfField(field).control}
          aria-label={t('keywords.input')}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            add();
          }}
          onKeyDown={(event) => {
            // While an input method composes, Enter belongs to it.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add} aria-label={t('keywords.add')}>
          {form('add')}
        </Button>
      </div>
    </FieldFrame>
  );
}
