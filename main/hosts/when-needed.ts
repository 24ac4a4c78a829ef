/** What a part of the world is when it can be loaded late: functions that answer later, and nothing else. */
type AnsweringLater<T> = { readonly [K in keyof T]: (...given: never[]) => Promise<unknown> };

/**
 * A part of the world whose modules are loaded by the first call of one of its functions, `names` being all of them. A command
 * needs few of the parts, and loading all of them takes longer than what most commands do.
 */
export function whenNeeded<T extends AnsweringLater<T>>(
  names: Readonly<Record<keyof T & string, true>>,
  load: () => Promise<T>,
): T {
  let part: Promise<T> | undefined;
  const late = Object.keys(names).map((name) => {
    const call = async (...given: never[]): Promise<unknown> => {
      const loaded = await (part ??= load());
      // Safe: `names` has the names of T's functions and no other.
      return loaded[name as keyof T](...given);
    };
    return [name, call] as const;
  });
  // Safe: each name of T has a function that hands on what T's own takes and gives.
  return Object.fromEntries(late) as unknown as T;
}
