/** An object without some of its members: what they are is kept as JSON, with their names. */
export interface WithLate {
  readonly late: { readonly names: readonly string[]; readonly json: string };
}

/** The object without those of the named members that it has, and they as JSON. */
export function withoutLate(whole: object, wanted: readonly string[]): WithLate {
  const entries = Object.entries(whole);
  const late = entries.filter(([name]) => wanted.includes(name));
  const now = entries.filter(([name]) => !wanted.includes(name));
  return {
    ...Object.fromEntries(now),
    late: { names: late.map(([name]) => name), json: JSON.stringify(Object.fromEntries(late)) },
  };
}

/** The JSON of members that nobody has looked at yet. */
const waiting = new WeakMap<object, string>();
/** One getter for a name, whatever the object: with a getter each, no two objects would have the same shape for V8. */
const getters = new Map<string, (this: object) => unknown>();

/**
 * The object with its members again, changed in place: late ones are parsed when the first of them is read, in any way that reads
 * a member, so that copies and JSON of it are whole.
 */
export function withLate(given: WithLate): object {
  const { late, ...whole } = given;
  waiting.set(whole, late.json);
  for (const name of late.names) {
    Object.defineProperty(whole, name, { get: getterOf(name), enumerable: true, configurable: true });
  }
  return whole;
}

function getterOf(name: string): (this: object) => unknown {
  const known = getters.get(name);
  if (known !== undefined) return known;
  const getter = function (this: object): unknown {
    const json = waiting.get(this);
    if (json === undefined) throw new Error(`“${name}” is asked of an object that it was not given to`);
    waiting.delete(this);
    // Safe: `withoutLate` wrote an object of these members.
    const members = JSON.parse(json) as Record<string, unknown>;
    for (const [key, value] of Object.entries(members)) {
      Object.defineProperty(this, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return members[name];
  };
  getters.set(name, getter);
  return getter;
}
