/** What a release named of one service at a time. */
export type Brought = { serviceId: string; version: string; commit: string | null };

/** A component from one stamp of the journal on; not `named` once it was taken out of its release. */
export type ComponentState = Brought & { stamp: string; named: boolean };

/**
 * What a deployment brought: the components its release named when its result was recorded, since
 * that is what whoever recorded it had in sight. A candidate that staging ran stays a candidate
 * there when the release goes on to the next one, and what was added to the release later was not
 * part of it. A slip is mended by correcting the component and recording the result anew.
 *
 * `components` holds the states of each component, oldest first; stamps sort as text.
 */
export function broughtAt(
  components: readonly (readonly ComponentState[])[],
  recorded: string,
): Brought[] {
  return components.flatMap((states) => {
    const then = states.findLast(({ stamp }) => stamp <= recorded);
    if (then === undefined || !then.named) return [];
    const { serviceId, version, commit } = then;
    return [{ serviceId, version, commit }];
  });
}
