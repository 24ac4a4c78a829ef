import type { MethodInput, MethodName, MethodOutput } from '../../contract/api.ts';
import type { Session } from './command.ts';

/** The app over the database of the data folder, for commands that work on its dossiers. */
export interface DatabaseCalls {
  call<N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>>;
  /** Hands over a file: an absolute path. */
  grant(absolutePath: string): string;
}

/** Opens it; the session closes it. */
export async function callDatabase(session: Session): Promise<DatabaseCalls> {
  const { app, grants } = await session.openDatabase();
  return {
    call: (name, input) => app.call(name, input, { language: session.language, signal: session.signal }),
    grant: (absolutePath) => grants.offer(absolutePath),
  };
}
