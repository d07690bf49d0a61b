/** Somebody a message reaches. */
export type Addressed = { personId: string; name: string; email: string };

/** Those of the people who have an address. */
export function addressed(
  people: readonly { id: string; name: string; email: string }[],
): Addressed[] {
  return people.flatMap(({ id, name, email }) =>
    email === '' ? [] : [{ personId: id, name, email }],
  );
}
