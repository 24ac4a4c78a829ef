import { Checkbox, Radio } from 'antd';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { sealInWords } from '../company/seal-in-words.ts';

/** How letters print: guides light or not at all, a guide for the seal across the pages' edges, and page codes off. */
export interface PrintOptions {
  readonly guides: 'light' | 'none';
  readonly crossPageSeal: boolean;
  /** Left out, each letter bears the code that the dossier and its template say. */
  readonly pageCode?: 'off';
}

interface Choice {
  readonly options: PrintOptions;
  readonly choose: (options: PrintOptions) => void;
}

const storageKey = 'yinqi.print-options';
const usual: PrintOptions = { guides: 'light', crossPageSeal: true };

/** What was chosen last on this computer. */
function remembered(): PrintOptions {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return usual;
    return {
      guides: 'guides' in kept && kept.guides === 'none' ? 'none' : 'light',
      crossPageSeal: !('crossPageSeal' in kept && kept.crossPageSeal === false),
      ...('pageCode' in kept && kept.pageCode === 'off' ? { pageCode: 'off' } : {}),
    };
  } catch {
    // Without storage, or with something else in it, printing begins with the guides.
    return usual;
  }
}

const PrintContext = createContext<Choice | null>(null);

/** Gives everything that prints on a page the same options, and remembers them. */
export function PrintOptionsProvider({ children }: { readonly children: ReactNode }) {
  const [options, setOptions] = useState(remembered);
  const choice = useMemo(
    () => ({
      options,
      choose: (next: PrintOptions) => {
        setOptions(next);
        try {
          localStorage.setItem(storageKey, JSON.stringify(next));
        } catch {
          // Without storage the choice holds until the page is closed.
        }
      },
    }),
    [options],
  );
  return <PrintContext value={choice}>{children}</PrintContext>;
}

/** The options that letters print with. Throws outside a PrintOptionsProvider. */
export function usePrintOptions(): Choice {
  const choice = useContext(PrintContext);
  if (choice === null) throw new Error('usePrintOptions needs a PrintOptionsProvider above it');
  return choice;
}

/** Chooses the options, and says which seal the guides are drawn for: a company's, an individual has none. */
export function PrintSettings({ showsSeal = true }: { readonly showsSeal?: boolean }) {
  const t = useText('letterDesk');
  const session = useSession();
  const { data } = useSessionState();
  const { options, choose } = usePrintOptions();
  const { applicant, company } = data.document;
  return (
    <fieldset className="print-settings">
      <legend>{t('print.title')}</legend>
      <div className="row">
        <Radio.Group
          aria-label={t('print.guides')}
          value={options.guides}
          // Safe: the options below are the two values.
          onChange={(event) => choose({ ...options, guides: event.target.value as PrintOptions['guides'] })}
          options={[
            { value: 'light', label: t('print.light') },
            { value: 'none', label: t('print.none') },
          ]}
        />
        <Checkbox
          checked={options.guides === 'light' && options.crossPageSeal}
          disabled={options.guides === 'none'}
          onChange={(event) => choose({ ...options, crossPageSeal: event.target.checked })}
        >
          {t('print.crossPage')}
        </Checkbox>
        <Checkbox
          checked={options.pageCode === undefined}
          onChange={(event) => {
            const { pageCode: _, ...others } = options;
            choose(event.target.checked ? others : { ...others, pageCode: 'off' });
          }}
        >
          {t('print.code')}
        </Checkbox>
      </div>
      {showsSeal && applicant?.kind !== 'individual' ? (
        <p className="small soft">
          {t('print.seal', { seal: sealInWords(company?.seal, t) })}{' '}
          <a href={hrefForField(session.id, 'company.seal')}>{t('print.sealChange')}</a>
        </p>
      ) : null}
    </fieldset>
  );
}
