import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../../main/contract/language.ts';
import { useClient } from '../client/client-context.tsx';

const storageKey = 'yinqi.language';

/** The language chosen last time on this computer; Chinese the first time. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    // A page without storage starts in Chinese each time.
    return 'zh';
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

/** Tells the browser, and with it screen readers and line breaking, which language the page is in. */
export function markPage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

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
        remember(next);
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
