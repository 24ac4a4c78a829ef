import { useEffect, useState } from 'react';
import type { AppClient } from '../../client/app-client.ts';
import { useSession } from '../../dossier/session-context.tsx';

/** A picture that the host made, under an address to show it by. */
export interface Picture {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const kept = new WeakMap<AppClient, Map<string, Promise<Picture>>>();

/** Makes a picture of a file or its page, once for the same content. Rejects with the call's error. */
export function pictureOf(
  client: AppClient,
  dossier: string,
  file: { readonly path: string; readonly sha256: string; readonly page: number; readonly maxPx: number },
): Promise<Picture> {
  const { path, sha256, page, maxPx } = file;
  const pictures = kept.get(client) ?? new Map<string, Promise<Picture>>();
  kept.set(client, pictures);
  const key = JSON.stringify([dossier, path, sha256, page, maxPx]);
  const known = pictures.get(key);
  if (known !== undefined) return known;
  const made = client
    .call('files.picture', { dossier, path, page, maxPx })
    .then(({ artifact, widthPx, heightPx }) => ({
      url: client.bridge.artifactUrl(artifact),
      widthPx,
      heightPx,
    }));
  pictures.set(key, made);
  made.catch(() => pictures.delete(key));
  return made;
}

/** The first page of a file as a small picture: null while it is being made, `none` when there can be none. */
export function usePicture(path: string, sha256: string, maxPx: number): Picture | 'none' | null {
  const session = useSession();
  const [held, setHeld] = useState<{ readonly of: string; readonly picture: Picture | 'none' } | null>(null);
  const wanted = JSON.stringify([path, sha256, maxPx]);
  useEffect(() => {
    let isOver = false;
    pictureOf(session.client, session.id, { path, sha256, page: 0, maxPx }).then(
      (made) => {
        if (!isOver) setHeld({ of: wanted, picture: made });
      },
      () => {
        // The inspection says what is wrong with the file; here there is just nothing to show.
        if (!isOver) setHeld({ of: wanted, picture: 'none' });
      },
    );
    return () => {
      isOver = true;
    };
  }, [session, path, sha256, maxPx, wanted]);
  return held?.of === wanted ? held.picture : null;
}
