import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../main/contract/language.ts';
import { resources } from './resources.ts';

/** Makes the translator with all texts of both languages; Chinese stands in for nothing, both are complete. */
export function createTranslator(language: Language): i18n {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'zh',
    ns: Object.keys(resources.zh),
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return translator;
}
