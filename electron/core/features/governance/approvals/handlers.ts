import type { Handlers } from '#core/context.ts';
import { unansweredOf } from '#shared/rules/governance/queue.ts';
import { askingReleases, queueFor, todayOf } from './asking.ts';
import { carryCondition, meetCondition } from './conditions.ts';
import { messageTo, tellInformed } from './message.ts';
import { overruleDecision } from './overrule-decision.ts';
import { recordDecision } from './record-decision.ts';
import { reminded, reminders, setReminders } from './reminders.ts';
import { requestDecision } from './request-decision.ts';
import { rulesInForce, setRules } from './rules.ts';
import { withdrawDecision } from './withdraw-decision.ts';

type Names =
  | 'approvals.request'
  | 'approvals.decide'
  | 'approvals.withdraw'
  | 'approvals.overrule'
  | 'approvals.meetCondition'
  | 'approvals.carryCondition'
  | 'approvals.queue'
  | 'approvals.unanswered'
  | 'approvals.message'
  | 'approvals.tell'
  | 'approvals.rules'
  | 'approvals.setRules'
  | 'approvals.reminders'
  | 'approvals.setReminders'
  | 'approvals.reminded';

export const approvals: Handlers<Names> = {
  'approvals.request': (input, context) => requestDecision(input, context),
  'approvals.decide': (input, context) => recordDecision(input, context),
  'approvals.withdraw': (input, context) => withdrawDecision(input, context),
  'approvals.overrule': (input, context) => overruleDecision(input, context),
  'approvals.meetCondition': ({ conditionId }, context) => meetCondition(conditionId, context),
  'approvals.carryCondition': (input, context) => carryCondition(input, context),
  'approvals.queue': (_input, context) => queueFor(context),
  'approvals.unanswered': (_input, context) =>
    unansweredOf(askingReleases(context), todayOf(context)),
  'approvals.message': (input, context) => messageTo(input, context),
  'approvals.tell': ({ gateId }, context) => tellInformed(gateId, context),
  'approvals.rules': (_input, context) => rulesInForce(context),
  'approvals.setRules': (input, context) => setRules(input, context),
  'approvals.reminders': (_input, context) => reminders(context),
  'approvals.setReminders': ({ hoursBefore }, context) => setReminders(hoursBefore, context),
  'approvals.reminded': ({ keys }, context) => {
    reminded(keys, context);
    return {};
  },
};
