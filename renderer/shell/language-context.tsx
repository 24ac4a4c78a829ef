import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../../main/contract/language.ts';
import { useClient } from '../client/client-context.tsx';
import { markPage, rememberLanguage } from './page-language.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

interface LanguageProviderProps {
  readonly translator: i18n;
  readonly children: ReactNode;
}

/** Keeps page, client and translator in one language, and remembers it. */
export function LanguageProvider({ translator, children }: LanguageProviderProps) {
  const client = useClient();
  const [language, setLanguage] = useState<Language>(client.language());
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        client.setLanguage(next);
        void translator.changeLanguage(next);
        markPage(next);
        rememberLanguage(next);
        setLanguage(next);
      },
    }),
    [client, translator, language],
  );
  return (
    <I18nextProvider i18n={translator}>
      <LanguageContext value={choice}>{children}</LanguageContext>
    </I18nextProvider>
  );
}

/** The language of the page and how to change it. Throws outside a LanguageProvider. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return choice;
}
