import type { Store } from '#core/database/store.ts';
import { digestsAsked } from './digests-asked.ts';
import { sinceLast } from './evidenced.ts';
import type { Beside } from './evidenced.ts';
import { lessonsAsked } from './lessons-asked.ts';
import type { Subject } from './load.ts';
import { measuresAsked } from './measures-asked.ts';
import { monitoredOf } from './monitored.ts';

/** What the gates of these releases are judged from beside their own; `atOf` in milliseconds. */
export function besideOf(
  store: Store,
  subjects: readonly Subject[],
  atOf: (subject: Subject) => number,
  now: number,
): Beside {
  return {
    since: sinceLast(store, now),
    lessons: lessonsAsked(store, subjects, atOf),
    measured: measuresAsked(store, subjects, atOf),
    digests: digestsAsked(store, subjects, atOf),
    monitored: monitoredOf(store, subjects, atOf),
  };
}
