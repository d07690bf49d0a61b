import type { Context } from '#core/context.ts';
import type { Store } from '#core/database/store.ts';
import type { RiskAssessment } from '#shared/model/governance/risks.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';

export type ReleaseOutlook = { risk: RiskAssessment; readiness: ReleaseSummary['readiness'] };

/**
 * What governance knows of releases, handed up to planning: one bulk answer for a page of them.
 * Wired in features/index.ts, so that planning needs nothing of governance.
 */
export type Outlook = (
  store: Store,
  releaseIds: readonly string[],
  now: number,
) => Map<string, ReleaseOutlook>;

/** What else of governance planning shows: cheap for all releases, or asked of a few. */
export type Overview = {
  riskFigures: (store: Store) => (releaseId: string) => Pick<RiskAssessment, 'score' | 'band'>;
  /** How many approvals that hold bind the planned start, of releases that have any. */
  approvalsOfStart: (store: Store, releaseIds: readonly string[]) => Map<string, number>;
  /** Why a release must not be moved to a start, with the way out; null where it may. */
  blockedBy: (start: BlockedStart, context: Pick<Context, 'store' | 'now'>) => string | null;
};

/** Where the start, or one deployment alone, is to come to lie. */
export type BlockedStart = { releaseId: string; start: string; deploymentId?: string | undefined };
