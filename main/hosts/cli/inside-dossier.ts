/** The path within the dossier of a file that may be named from the working folder. */
export function insideDossier(dossier: string, file: string): string {
  const folder = `${dossier.replace(/[/\\]+$/, '')}/`;
  const path = file.replaceAll('\\', '/');
  return path.startsWith(folder.replaceAll('\\', '/'))
    ? path.slice(folder.length)
    : path.replace(/^\.\//, '');
}
