import type { TemplatePreview } from '../../main/contract/letter-preview.ts';
import { useText } from '../text/use-text.ts';

interface TemplateFaultsProps {
  readonly faults: TemplatePreview['faults'];
  readonly isCurrent: boolean;
  readonly onGo: (line: number) => void;
}

/** What is wrong with a wording and what to write instead; each fault leads to its line. */
export function TemplateFaults({ faults, isCurrent, onGo }: TemplateFaultsProps) {
  const t = useText('templates');
  return (
    <div id="template-faults" className="template-faults" aria-live="polite">
      {faults.length === 0 ? (
        <p className="small template-sound">{t(isCurrent ? 'faults.none' : 'faults.looking')}</p>
      ) : (
        <>
          <p className="letter-fault">{t('faults.found', { count: faults.length })}</p>
          <ul>
            {faults.map(({ line, message, hint }) => (
              <li key={`${line} ${message}`}>
                {line === undefined ? null : (
                  <button type="button" className="link-button" onClick={() => onGo(line)}>
                    {t('faults.line', { line })}
                  </button>
                )}
                <span className="break">{message}</span>
                <span className="small soft break">{hint}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
