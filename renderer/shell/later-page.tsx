import { lazy, useState, type ComponentType } from 'react';

/** A page whose code is loaded when it is first shown, or before by `load`. */
export interface LaterPage<P extends object> {
  readonly Page: ComponentType<P>;
  readonly load: () => Promise<unknown>;
}

/**
 * Makes a page of what loads it. Where it is loaded before it is shown nothing stands in its place meanwhile: React holds back
 * what follows a waiting text by 0.3 s, lest it flash.
 */
export function laterPage<P extends object>(read: () => Promise<ComponentType<P>>): LaterPage<P> {
  let loaded: ComponentType<P> | undefined;
  const load = async () => ({ default: (loaded = await read()) });
  const Later = lazy(load);
  // Which of the two it is stays as it is for as long as the page stands, or it would be built anew.
  function Page(props: P) {
    const [Ready] = useState(() => loaded);
    return Ready === undefined ? <Later {...props} /> : <Ready {...props} />;
  }
  return { Page, load };
}
