import { createApp, type App } from '../../main/app.ts';
import type { World } from '../../main/world.ts';
import { letterSetting, root } from './letter-setting.ts';

const { newFolder, makeWorld } = letterSetting('word');
export { newFolder, root };

/** The real world of the command line, with a data folder of its own. */
export function setUp(): { readonly app: App; readonly world: World } {
  const world = makeWorld();
  return { app: createApp(world), world };
}

/** The letter that is tried out. */
export const letter = 'publishing-commitment';
