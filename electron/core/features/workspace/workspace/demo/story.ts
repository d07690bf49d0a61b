import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { Happening } from './happenings.ts';
import type { Conclusion } from './sample.ts';

/** One release of the demo as it is created; what happens to it then are moments. */
export type Story = {
  name: string;
  /** What the sample calls it, without its version; only of a release ahead. */
  sampleName?: string;
  type: ReleaseType;
  requester: string;
  owner: string;
  notes: string;
  dataMigration: boolean;
  /** Version by service, when the release is created. */
  versions: Record<string, string>;
  deployments: PlannedStart[];
  commits: Commit[];
};

export type PlannedStart = { environment: string; startAt: number; zone: string; minutes: number };

/** A commit and how the workflows of its service ended, attempt by attempt. */
export type Commit = {
  key: string;
  sha: string;
  service: string;
  title: string;
  branch: string;
  at: number;
  /** By workflow; workflows left out succeed at once. */
  results: Record<string, Conclusion[]>;
};

/** Something that happens at a time by somebody; `create` begins a story. */
export type Moment = {
  at: number;
  as: string;
  story: Story;
  happening: Happening | { do: 'create' };
};

export type Plot = { stories: Story[]; moments: Moment[] };
