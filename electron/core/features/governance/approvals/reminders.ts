import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Reminders } from '#core/platform.ts';
import type { Output } from '#shared/contract/index.ts';
import { dueReminders } from '#shared/rules/governance/reminders.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { queueFor, todayOf } from './asking.ts';

/** As many as are remembered: what was told long ago has passed its day. */
const mostTold = 500;

type Of = Pick<Context, 'store' | 'platform' | 'now' | 'actorId'>;

export function reminders(context: Of): Output<'approvals.reminders'> {
  const { store, now } = context;
  const { hoursBefore, told } = read(context);
  // Nothing is looked for where nobody wants to be reminded.
  if (hoursBefore === null) return { hoursBefore, due: [] };
  const { zone } = readWorkspace(store);
  const at = { today: todayOf(context), now: iso(now), zone };
  return {
    hoursBefore,
    due: dueReminders({ ...at, hoursBefore, told, items: queueFor(context).items }),
  };
}

export function setReminders(
  hoursBefore: number | null,
  context: Of,
): { hoursBefore: number | null } {
  write(context, { ...read(context), hoursBefore });
  return { hoursBefore };
}

export function reminded(keys: readonly string[], context: Of): void {
  const { hoursBefore, told } = read(context);
  write(context, { hoursBefore, told: [...new Set([...told, ...keys])].slice(-mostTold) });
}

function read(context: Of): Reminders {
  const none = { hoursBefore: null, told: [] };
  return context.platform.settings.read().reminders?.[keyOf(context)] ?? none;
}

function write(context: Of, next: Reminders): void {
  const { settings } = context.platform;
  const before = settings.read();
  settings.write({ ...before, reminders: { ...before.reminders, [keyOf(context)]: next } });
}

/** Of one person in one workspace: on a shared device each is reminded of their own. */
function keyOf({ store, actorId }: Of): string {
  return `${store.workspaceId} ${actorId() ?? ''}`;
}
