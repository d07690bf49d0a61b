import type { Context } from '#core/context.ts';
import { workspace } from '#core/database/schema/workspace.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { authorityOf, differingRules } from '#shared/rules/governance/approval-rules.ts';
import { definedOf } from '#core/defined-fields.ts';
import { loadSurroundings, readApprovalRules } from '../gates/index.ts';

export function rulesInForce({ store }: Pick<Context, 'store'>): Output<'approvals.rules'> {
  const { people, roleNames, rules } = loadSurroundings(store);
  return { rules, authority: authorityOf(rules, people, roleNames) };
}

/** Changes how decisions count; the workspace keeps only what differs from the defaults. */
export function setRules(
  { rev, ...patch }: Parsed<'approvals.setRules'>,
  context: Context,
): Output<'approvals.rules'> {
  const { store } = context;
  const rules = { ...readApprovalRules(store), ...definedOf(patch) };
  const { people, roleNames } = loadSurroundings(store);
  const { overrulePersonId, overruleRole } = patch;
  const person = people.find(({ id }) => id === overrulePersonId);
  if (typeof overrulePersonId === 'string' && person?.leftOn !== null) {
    const found = person === undefined ? 'is nobody of this workspace' : 'has left';
    throw new Refusal(
      'invalid_input',
      `${person?.name ?? 'The person'} ${found} and cannot overrule a no-go. Choose somebody who is here.`,
      { overrulePersonId: found },
    );
  }
  if (typeof overruleRole === 'string' && !roleNames.has(overruleRole)) {
    throw new Refusal(
      'invalid_input',
      `There is no role “${overruleRole}”. Its keys are: ${[...roleNames.keys()].join(', ')}.`,
      { overruleRole: 'is no role of this workspace' },
    );
  }
  const approvalRules = differingRules(rules);
  context.transact((write) => write.update(workspace, store.workspaceId, { approvalRules }, rev));
  return rulesInForce(context);
}
