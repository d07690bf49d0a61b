import type { Context } from '#core/context.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** The key of a connection's token in the host's secret store; nothing of it is in the workspace. */
function keyOf({ store }: Context, connectionId: string): string {
  return `${store.workspaceId}/${connectionId}`;
}

export function tokenOf(context: Context, connectionId: string): Promise<string | null> {
  return context.platform.secrets.get(keyOf(context, connectionId));
}

export function keepToken(context: Context, connectionId: string, token: string): Promise<void> {
  return context.platform.secrets.set(keyOf(context, connectionId), token);
}

export function forgetToken(context: Context, connectionId: string): Promise<void> {
  return context.platform.secrets.delete(keyOf(context, connectionId));
}

/** Refuses while the tokens cannot be had; what was to be done comes after they are unlocked. */
export function refuseLocked({ platform }: Context, then: string): void {
  if (!platform.secrets.locked()) return;
  throw new Refusal(
    'precondition_failed',
    `The file of tokens is locked. Unlock it with its passphrase (Settings, This device), then ${then} again.`,
  );
}
