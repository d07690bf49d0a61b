import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { criticality, environmentKind } from '../workspace/services.ts';

/**
 * Where a fact comes from: `recorded` by hand at the release, a `deployment` as its provider tells it,
 * a `rollout` as it was seen to stand.
 */
export const factSource = z.enum(['recorded', 'deployment', 'rollout']);

/** What was imported and says so. */
export const importedFrom = z.strictObject({
  /** Of the imported row. */
  id,
  connectionId: id,
  connection: z.string(),
  url: z.string().nullable(),
});
export type ImportedFrom = z.infer<typeof importedFrom>;

/**
 * From `since` on, a version of a service is what an environment shows. The one thing the matrix is
 * made of: facts of any source stand in one list, and the newest of a cell holds.
 */
export const shownFact = z.strictObject({
  serviceId: id,
  environmentId: id,
  /** Null where nothing is known to be there any more: the first deployment ever was rolled back. */
  version: z.string().nullable(),
  commit: z.string().nullable(),
  since: instant,
  /** When this version first came; before `since` where a roll-back put it back. */
  firstAt: instant,
  /** The recorded deployment that brought it, or whose roll-back put it back. */
  deploymentId: id.nullable(),
  /** The release whose version this is. */
  releaseId: id.nullable(),
  how: z.enum(['deployed', 'put-back']),
  source: factSource,
  /** Of a fact that was imported; null of one that was recorded. */
  imported: importedFrom.nullable(),
  /** When this was last known to be so. */
  asOf: instant,
});
export type ShownFact = z.infer<typeof shownFact>;

/** In the order of how much they matter. */
export const driftKinds = ['differs-from-staging', 'never-in-staging', 'old'] as const;
export const driftKind = z.enum(driftKinds);
export type DriftKind = z.infer<typeof driftKind>;

/** Something about a cell that should not be so, with the reason as a sentence. */
export const drift = z.strictObject({ kind: driftKind, why: z.string() });
export type Drift = z.infer<typeof drift>;

const named = z.strictObject({ id, name: z.string() });

export const matrixCell = z.strictObject({
  /** Null where nothing stands: the first deployment is still under way. */
  stands: shownFact.extend({ release: z.string().nullable() }).nullable(),
  drift: z.array(drift),
  /** Of production: what staging got since, which may be on its way here. */
  ahead: z
    .strictObject({ environmentId: id, environment: z.string(), version: z.string() })
    .nullable(),
  underWay: z
    .strictObject({
      /** Null of one that was imported; then `imported` says by what. */
      deploymentId: id.nullable(),
      imported: importedFrom.nullable(),
      releaseId: id.nullable(),
      release: z.string().nullable(),
      version: z.string(),
      startedAt: instant,
    })
    .nullable(),
});
export type MatrixCell = z.infer<typeof matrixCell>;

export const matrixEnvironment = named.extend({ kind: environmentKind, region: z.string() });
export type MatrixEnvironment = z.infer<typeof matrixEnvironment>;

export const matrixRow = named.extend({
  criticality,
  teamId: id.nullable(),
  team: z.string().nullable(),
  /** One for each environment of the matrix, in its order; null where nothing is known. */
  cells: z.array(matrixCell.nullable()),
  /** Cells with drift. */
  drifting: z.number().int(),
});
export type MatrixRow = z.infer<typeof matrixRow>;

/** What is known of one deployment of a service, and what stood there after it. */
export const cellEvent = z.strictObject({
  what: z.enum(['deployed', 'rolled-back', 'failed', 'under-way', 'seen']),
  /** When it ended; of one under way, when it began. */
  at: instant,
  /** What was deployed. */
  version: z.string(),
  commit: z.string().nullable(),
  deploymentId: id.nullable(),
  imported: importedFrom.nullable(),
  releaseId: id.nullable(),
  /** What stood there afterwards; null for nothing known. */
  stands: shownFact.nullable(),
});
export type CellEvent = z.infer<typeof cellEvent>;
