/** One text of the part behind `?` of an address; whatever else stands there is left out. */
export function textIn<K extends string>(
  search: Record<string, unknown>,
  key: K,
): { [P in K]?: string } {
  const value = search[key];
  // The router reads 2026 as a number.
  if (typeof value === 'number') return record(key, String(value));
  return typeof value === 'string' && value !== '' ? record(key, value) : {};
}

function record<K extends string>(key: K, value: string): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  found[key] = value;
  return found;
}
