import { z } from 'zod';
import { numberOf, text } from '../reading/fields.ts';
import { conditions, metadata, number, template } from './objects.ts';

/** A Deployment, StatefulSet, DaemonSet or Job, with the fields that tell how far it is. */
export const workload = z.object({
  metadata,
  spec: z
    .object({
      replicas: number,
      paused: z.boolean().nullish(),
      suspend: z.boolean().nullish(),
      updateStrategy: z
        .object({
          type: text,
          rollingUpdate: z.object({ partition: number }).nullish(),
        })
        .nullish(),
      selector: z.object({ matchLabels: z.record(z.string(), z.unknown()).nullish() }).nullish(),
      template,
    })
    .nullish(),
  status: z
    .object({
      observedGeneration: number,
      replicas: number,
      updatedReplicas: number,
      readyReplicas: number,
      availableReplicas: number,
      currentRevision: text,
      updateRevision: text,
      desiredNumberScheduled: number,
      updatedNumberScheduled: number,
      numberAvailable: number,
      active: number,
      succeeded: number,
      failed: number,
      conditions,
    })
    .nullish(),
});
export type Workload = z.infer<typeof workload>;

export function counted(value: number | null | undefined): number {
  return numberOf(value) ?? 0;
}
