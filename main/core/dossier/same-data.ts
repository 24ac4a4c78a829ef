const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether two pieces of plain data say the same; the order of keys does not count, a key with undefined is no key. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameData(item, other[index]));
  }
  if (!isGroup(one) || !isGroup(other)) return Object.is(one, other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSameData(ownValue(one, key), ownValue(other, key)));
}

const ownValue = (group: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(group, key) ? group[key] : undefined;
