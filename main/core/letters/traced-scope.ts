/** A scope of template variables that remembers what is read from it. */
export interface TracedScope {
  readonly scope: object;
  /**
   * The variable that a printed value comes from, by its dotted name (`parties.0.name` inside a list): the one read last
   * with just this value, else the one read last, for a filter may have changed it. Null when nothing was read.
   */
  sourceOf(value: string): string | null;
}

/** Wraps a scope so that reading it leaves a trail; what is read stays the same. */
export function tracedScope(scope: object): TracedScope {
  const reads: { readonly variable: string; readonly value: string }[] = [];
  const wrapped = (group: object, path: string): object =>
    new Proxy(group, {
      get(target, key, receiver): unknown {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return value;
        const name = path === '' ? key : `${path}.${key}`;
        if (typeof value === 'object' && value !== null) return wrapped(value, name);
        if (value !== null && value !== undefined) reads.push({ variable: name, value: String(value) });
        return value;
      },
    });
  return {
    scope: wrapped(scope, ''),
    sourceOf: (value) => (reads.findLast((read) => read.value === value) ?? reads.at(-1))?.variable ?? null,
  };
}
