/** What a template may ask to be typed into it besides its dates. */
export const letterFieldKinds = ['text', 'long-text', 'date', 'isbn'] as const;
