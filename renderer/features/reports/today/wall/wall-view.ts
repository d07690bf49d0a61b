import type { Output } from '#shared/contract/index.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';

export type Wall = Output<'today.wall'>;

/** What every part of the wall is given. */
export type WallProps = {
  wall: Wall;
  view: { names: ReleasePage['names']; zone: string; now: string };
};
