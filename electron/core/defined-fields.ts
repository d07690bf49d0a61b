type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** What a patch really says: a field that is absent stays as it was. */
export function definedOf<T extends object>(patch: T): Defined<T> {
  const defined: Defined<T> = {};
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.assign(defined, Object.fromEntries(entries));
}
