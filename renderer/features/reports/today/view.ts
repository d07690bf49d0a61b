import type { Output } from '#shared/contract/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';

export type Today = Output<'today.get'>;

/** What every section of the day is given. */
export type TodayView = { today: Today; names: ReleasePage['names']; zone: string; now: string };
