/** Keywords from what was typed or pasted: parted by commas, enumeration commas, semicolons or lines; each once. */
export function splitKeywords(typed: string, already: readonly string[]): readonly string[] {
  const fresh = typed
    .split(/[,，、;；\n\t]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return [...new Set([...already, ...fresh])];
}
