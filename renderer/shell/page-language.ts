import type { Language } from '../../main/contract/language.ts';

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

/** Keeps the language for the next time. */
export function rememberLanguage(language: Language): void {
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
