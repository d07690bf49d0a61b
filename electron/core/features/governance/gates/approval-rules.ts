import { workspace } from '#core/database/schema/workspace.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import { approvalRulesOf } from '#shared/rules/governance/approval-rules.ts';

/** How decisions count in the open workspace. */
export function readApprovalRules(store: Store): ApprovalRules {
  return approvalRulesOf(rowOf(store, workspace, store.workspaceId)?.approvalRules ?? {});
}
