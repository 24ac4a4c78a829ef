/** Calls that save what was typed: they are never cut short, neither by a page that closes nor by the program's end. */
export interface Saves {
  /** Whether a method saves what was typed. */
  includes(method: string): boolean;
  /** Remembers one that is under way. */
  follow<T>(method: string, running: Promise<T>): Promise<T>;
  /** Resolves when all that are under way have ended, however they ended. */
  settled(): Promise<void>;
}

/** Makes an empty register of saves. */
export function createSaves(): Saves {
  const underWay = new Set<Promise<unknown>>();
  const saves: Saves = {
    includes: (method) => method === 'dossiers.edit',
    follow(method, running) {
      if (!saves.includes(method)) return running;
      underWay.add(running);
      const forget = (): void => void underWay.delete(running);
      running.then(forget, forget);
      return running;
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
  return saves;
}
