import { Radio } from 'antd';
import { useId } from 'react';
import type { MergeConflict, MergePick } from '../../main/contract/library.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { useText } from '../text/use-text.ts';

interface ConflictChoiceProps {
  readonly conflict: MergeConflict;
  readonly title: string;
  readonly picked: MergePick | undefined;
  readonly onPick: (side: MergePick) => void;
}

/** A moment for people; a day stays a day. */
export function shownMoment(at: string, language: string): string {
  if (!at.includes('T')) return at;
  return new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

/** Both values of one conflict, whose and when, of which one is picked. */
export function ConflictChoice({ conflict, title, picked, onPick }: ConflictChoiceProps) {
  const t = useText('data');
  const { language } = useLanguage();
  const id = useId();
  const { kind, mine, theirs, choices } = conflict;
  const labelOf = (choice: MergePick): string => {
    if (kind === 'removed') return t(choice === 'mine' ? 'side.stay' : 'side.back');
    return t(`side.${choice}`);
  };
  const sideOf = (choice: MergePick) => (choice === 'mine' ? mine : theirs);
  const hint = kind === 'file' ? t('side.fileHint') : choices.includes('both') ? t('side.bothHint') : '';
  return (
    <fieldset className="data-conflict">
      <legend>{title}</legend>
      <Radio.Group
        name={id}
        className="data-sides"
        value={picked ?? null}
        onChange={({ target }) => {
          const side = choices.find((choice) => choice === target.value);
          if (side !== undefined) onPick(side);
        }}
      >
        {choices.map((choice) => {
          const { text, by, at } = sideOf(choice);
          return (
            <Radio key={choice} value={choice} className="data-side">
              <span className="data-side-head">
                {labelOf(choice)}{' '}
                <span className="small faint">
                  {[choice === 'mine' ? '' : by, shownMoment(at, language)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
              {kind === 'removed' ? null : (
                <span className={text === null ? 'data-value faint' : 'data-value'}>
                  {text ?? t('side.empty')}
                </span>
              )}
            </Radio>
          );
        })}
      </Radio.Group>
      {hint === '' ? null : <p className="small soft">{hint}</p>}
    </fieldset>
  );
}
