import type { WorkloadKind } from './status.ts';

/** What of the API is read, in this order. */
export type Resource = {
  /** Its name in addresses, and in what is said about it. */
  name: string;
  group: string;
  /** The kind of its objects, which is a part of their keys. */
  kind: WorkloadKind | 'Rollout';
  /**
   * Whether a connection is worth having without it: jobs are seldom a part of what is released, and
   * Argo Rollouts are there where somebody installed them.
   */
  mayLack: boolean;
};

export const resources: readonly [Resource, ...Resource[]] = [
  { name: 'deployments', group: 'apis/apps/v1', kind: 'Deployment', mayLack: false },
  { name: 'statefulsets', group: 'apis/apps/v1', kind: 'StatefulSet', mayLack: false },
  { name: 'daemonsets', group: 'apis/apps/v1', kind: 'DaemonSet', mayLack: false },
  { name: 'jobs', group: 'apis/batch/v1', kind: 'Job', mayLack: true },
  { name: 'rollouts', group: 'apis/argoproj.io/v1alpha1', kind: 'Rollout', mayLack: true },
];
