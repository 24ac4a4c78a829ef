/** The context of a zip call that nobody watches. */
export const quietContext = (date = '2026-11-22') => ({
  date,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
