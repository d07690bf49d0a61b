import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Log } from '#core/platform.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { CoreClient, RunningCall } from './core-client.ts';
import { isAppUrl } from './protocol.ts';

/** In characters of JSON; large files go by path and never through here. */
const largestInput = 8 * 1024 * 1024;

const message = z.union([
  z.strictObject({
    name: z.string().max(100),
    input: z.string().max(largestInput),
    actingAs: z.string().max(400).optional(),
    key: z.string().min(1).max(60).optional(),
  }),
  z.strictObject({ cancel: z.string().min(1).max(60) }),
]);

export type IpcOptions = {
  ipcMain: Pick<IpcMain, 'handle'>;
  core: CoreClient;
  log: Log;
};

/** The channel `call`: validated, and answered for the application's own page only. */
export function serveCalls({ ipcMain, core, log }: IpcOptions): void {
  const running = new Map<string, RunningCall>();

  async function run(call: RunningCall, key: string | undefined): Promise<Envelope> {
    if (key !== undefined) running.set(key, call);
    const envelope = await call.answer;
    if (key !== undefined && running.get(key) === call) running.delete(key);
    return envelope;
  }

  ipcMain.handle('call', async (event, given: unknown): Promise<Envelope> => {
    if (!isOwnPage(event)) {
      log.info('A call from a foreign frame was refused', { frame: event.senderFrame?.url });
      return refused('forbidden', 'Only the window of Slipway can send calls.');
    }
    const checked = message.safeParse(given);
    if (!checked.success) return refused('invalid_input', badMessage);
    if ('cancel' in checked.data) {
      running.get(checked.data.cancel)?.cancel();
      return { ok: true, value: null };
    }
    const { name, input, actingAs, key } = checked.data;
    const value = parsed(input);
    if (!value.ok) return refused('invalid_input', badMessage);
    return run(core.call(name, value.value, actingAs), key);
  });
}

const badMessage =
  'Expected the name of a procedure and an input as JSON text of at most 8 MiB. Reload the window; if it happens again, report it.';

function parsed(input: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(input) };
  } catch {
    return { ok: false };
  }
}

/** The main frame of the window, showing the application; a frame inside it or gone meanwhile is not. */
function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

function refused(code: 'forbidden' | 'invalid_input', message: string): Envelope {
  return { ok: false, error: { code, message } };
}
