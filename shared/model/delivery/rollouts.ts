import { id, instant } from '../primitives.ts';
import { normalisedRollout } from './rows.ts';

/** Where something stands, as its provider told it last; `environment` is the provider's own name. */
export const storedRollout = normalisedRollout.omit({ kind: true }).extend({
  id,
  connectionId: id,
  /** Since when its provider shows it no more; null while it does. */
  goneAt: instant.nullable(),
});
