import type { Progress } from '../contract/api.ts';
import type { World } from '../world.ts';

/** What became of writing a bundle: how large the file is, and every entry of the zip, which may lie encrypted in it. */
type Written = Awaited<ReturnType<World['zip']['write']>>;

/** Where a bundle goes, and how it gets there. */
export interface BundleTarget {
  /** The name that it is offered or was granted under. */
  readonly name: string;
  readonly artifact?: string;
  /** Has `make` write the zip to the path that it is given; an encrypted one passes through a scratch file, removed after. */
  write(
    make: (path: string, onProgress: (progress: Progress) => void) => Promise<Written>,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Written>;
}

/** What the one entry of an encrypted bundle is called: it tells nothing, and every unzip program can write it. */
const innerName = 'bundle.zip';

/** The place granted, or an artifact to download; with a passphrase the name on offer says nothing of company and app. */
export async function bundleTarget(
  world: World,
  wanted: { readonly target?: string | undefined; readonly passphrase?: string | undefined },
  plainName: string,
  date: string,
): Promise<BundleTarget> {
  const { passphrase } = wanted;
  const name = passphrase === undefined ? plainName : `yinqi-加密-${date.replaceAll('-', '')}.zip`;
  const place =
    wanted.target === undefined
      ? { ...(await world.artifacts.reserve(name, 'application/zip')), name }
      : world.grants.resolve(wanted.target);
  if (passphrase === undefined) {
    return { ...place, write: (make, onProgress) => make(place.absolutePath, onProgress) };
  }
  return {
    ...place,
    write: (make, onProgress, signal) =>
      world.artifacts.inPrivate(async (folder) => {
        const inner = { absolutePath: `${folder}/${innerName}`, name: innerName };
        const { written } = await make(inner.absolutePath, halfOf(onProgress, 0));
        const { sizeBytes } = await world.zip.encrypt(inner, place.absolutePath, passphrase, {
          entryName: innerName,
          date,
          signal,
          onProgress: halfOf(onProgress, 1),
        });
        return { sizeBytes, written };
      }),
  };
}

const halfOf =
  (onProgress: (progress: Progress) => void, half: 0 | 1) =>
  ({ done, total, label }: Progress): void =>
    onProgress({ done: done + half * total, total: 2 * total, label });
