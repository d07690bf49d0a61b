import { parityStates } from '#shared/model/delivery/parity.ts';
import type { ParityRow, ParityState } from '#shared/model/delivery/parity.ts';
import type { Setting } from './setting.ts';

/**
 * Two sets of settings by their keys: what only one of them has, what differs, what is the same, in
 * that order and by key. Values are equal when they read the same and are of the same type, where
 * both formats know types. A setting is secret when either side says so.
 */
export function compareSettings(
  left: readonly Setting[],
  right: readonly Setting[],
): { rows: ParityRow[]; counts: Record<ParityState, number> } {
  const others = new Map(right.map((setting) => [setting.key, setting]));
  const known = new Set(left.map(({ key }) => key));
  const rows = [
    ...left.map((setting) => rowOf(setting, others.get(setting.key))),
    ...right.filter(({ key }) => !known.has(key)).map((setting) => rowOf(undefined, setting)),
  ].toSorted(inOrder);
  const counts = { 'only-left': 0, 'only-right': 0, different: 0, same: 0 };
  for (const { state } of rows) counts[state] += 1;
  return { rows, counts };
}

function rowOf(left: Setting | undefined, right: Setting | undefined): ParityRow {
  return {
    key: left?.key ?? right?.key ?? '',
    state: stateOf(left, right),
    secret: (left?.secret ?? false) || (right?.secret ?? false),
    leftLine: left?.line ?? null,
    rightLine: right?.line ?? null,
  };
}

function stateOf(left: Setting | undefined, right: Setting | undefined): ParityState {
  if (left === undefined) return 'only-right';
  if (right === undefined) return 'only-left';
  const isOfSameType = left.type === null || right.type === null || left.type === right.type;
  return left.value === right.value && isOfSameType ? 'same' : 'different';
}

function inOrder(one: ParityRow, other: ParityRow): number {
  const byState = parityStates.indexOf(one.state) - parityStates.indexOf(other.state);
  return byState || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}
