import { z } from 'zod';
import { count, numericId as id, text } from '../reading/fields.ts';
import { longestText } from '../reading/place.ts';

/**
 * What is read of GitHub's answers (REST 2022-11-28). Unknown keys pass unseen; everything but the
 * id may be null or absent; enumerations are text, because GitHub adds values. Only a wrong type
 * rejects a row: a guess there could turn into a wrong status.
 * Nothing is transformed here: a single transform costs more than checking the whole run does.
 */

export const pendingDeployment = z.object({
  wait_timer: count,
  reviewers: z.array(z.unknown()).nullish(),
});
export type PendingDeployment = z.infer<typeof pendingDeployment>;

export const run = z.object({
  id,
  repository: z.object({ id }).nullish(),
  run_attempt: count,
  run_number: count,
  workflow_id: id.nullish(),
  path: text,
  name: text,
  display_title: text,
  status: text,
  conclusion: text,
  head_sha: text,
  head_branch: text,
  event: text,
  html_url: text,
  created_at: text,
  run_started_at: text,
  updated_at: text,
  /** Not GitHub's: an export may put a waiting run's pending deployments beside it. */
  pending_deployments: z.array(pendingDeployment).nullish(),
});
export type Run = z.infer<typeof run>;

export const runsPage = z.object({
  total_count: z.int().nonnegative().nullish(),
  workflow_runs: z.array(z.unknown()),
});

export const workflowsPage = z.object({
  workflows: z.array(z.object({ id, name: text, path: z.string().max(longestText), state: text })),
});

export const repository = z.object({
  id,
  full_name: z.string().max(longestText),
  private: z.boolean().nullish(),
  has_issues: z.boolean().nullish(),
});
