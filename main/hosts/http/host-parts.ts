import type { App } from '../../app.ts';
import type { Artifacts } from '../../world/exchange.ts';
import type { Saves } from '../saves.ts';
import type { UploadStore } from './upload-store.ts';

/** What routes work with. */
export interface HttpHostParts {
  readonly app: App;
  readonly artifacts: Artifacts;
  readonly rendererFolder: string;
  readonly uploads: UploadStore;
  readonly saves: Saves;
  readonly reportBug: (error: unknown, where: string) => string;
}
