import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../../main/contract/rulebook.ts';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';

/** The resources that ship with the app. */
export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));

const shelf = createRulebookShelf(resourcesFolder);

/** The rulebook that ships with the app. */
export const loadRulebook = (platform = 'tencent-meeting'): Promise<Rulebook> => shelf.load(platform);
