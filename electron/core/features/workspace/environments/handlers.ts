import type { Handlers } from '#core/context.ts';
import { environment } from '#core/database/schema/workspace.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Environment } from '#shared/model/workspace/services.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { pasteEnvironments } from './paste.ts';
import { listEnvironments, toEnvironment } from './rows.ts';

type Names = 'environments.list' | 'environments.save' | 'environments.paste';

export const environments: Handlers<Names> = {
  'environments.list': (_input, { store }) => listEnvironments(store),

  'environments.save': ({ id, rev, afterId, ...values }, context) => {
    const others = listEnvironments(context.store).filter((known) => known.id !== id);
    const saved = context.transact((write) => {
      if (id === undefined) {
        const order = placeAfter(others, afterId === undefined ? others.at(-1)?.id : afterId);
        return write.insert(environment, { ...values, order });
      }
      const order = afterId === undefined ? {} : { order: placeAfter(others, afterId) };
      return write.update(environment, id, { ...values, ...order }, rev);
    });
    return toEnvironment(saved);
  },

  'environments.paste': (input, context) => pasteEnvironments(input, context),
};

function placeAfter(others: Environment[], afterId: string | null | undefined): string {
  const position = others.findIndex((known) => known.id === afterId);
  if (position < 0 && typeof afterId === 'string') {
    throw new Refusal('not_found', `There is no environment ${afterId} to place this one behind.`, {
      afterId: 'is not an environment of this workspace',
    });
  }
  return orderAfter(others[position]?.order ?? null, others[position + 1]?.order ?? null);
}
