import { z } from 'zod';

/** Names a dossier: an id of the store, or on the command line the path of its folder. */
export const dossierRef = z.string().min(1);

/** A grant: a file or folder that the user handed over by dialog, drop, upload or command line. Never a path. */
export const grantRef = z.string().min(1);

/** Names something made for the user, to be shown, saved or downloaded by the host. */
export const artifactRef = z.string().min(1);

/** One method of the API: what goes in, and what comes out. */
export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** What goes into a method and what comes out of it, whichever it is. */
export interface MethodSchemas {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
