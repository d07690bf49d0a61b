import type { Output } from '#shared/contract/index.ts';
import type { Names } from './names.ts';

export type Release = Output<'releases.get'>;

/** What every tab of a release's page is given; a tab asks the core only for what is its own. */
export type ReleasePage = {
  release: Release;
  names: Names;
  /** The workspace's zone: dates read in it unless a deployment has its own. */
  zone: string;
  /** The present as an ISO instant. */
  now: string;
  /** Who works on this device; null until somebody was chosen. */
  actingId: string | null;
  /** False where the plan stays as it is: a closed release, or a file that can only be read. */
  editable: boolean;
  /** False for a file that can only be read; a closed release still takes what is learnt about it. */
  mayWrite: boolean;
  /** The opened thing of the tab (a gate, a risk), as the address has it. */
  selected: string | undefined;
  select: (id: string | null) => void;
};
