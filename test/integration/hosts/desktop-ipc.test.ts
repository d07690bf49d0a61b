import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CoreClient } from '../../../electron/desktop/core-client.ts';
import { serveCalls, type IpcOptions } from '../../../electron/desktop/ipc.ts';

type Handler = Parameters<IpcOptions['ipcMain']['handle']>[1];
type Event = Parameters<Handler>[0];

/** The fields of an IPC event that the program looks at, as Electron gives them. */
function isEvent(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && 'senderFrame' in value;
}
function eventFrom(senderFrame: { url: string; parent: object | null } | null): Event {
  const event: unknown = { senderFrame };
  if (!isEvent(event)) throw new Error('Not an event.');
  return event;
}
const ownPage = eventFrom({ url: 'app://slipway/index.html#/releases', parent: null });

function channel() {
  const handlers = new Map<string, Handler>();
  const calls: { name: string; input: unknown; actingAs?: string }[] = [];
  const cancelled: string[] = [];
  const release: (() => void)[] = [];
  const core: CoreClient = {
    call(name, input, actingAs) {
      calls.push({ name, input, actingAs });
      const { promise, resolve } = Promise.withResolvers<{ ok: true; value: unknown }>();
      const answer = () => resolve({ ok: true, value: name });
      if (name.startsWith('slow')) release.push(answer);
      else answer();
      return { answer: promise, cancel: () => cancelled.push(name) };
    },
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const log = { info: () => undefined, error: () => undefined };
  const handle = (name: string, handler: Handler) => void handlers.set(name, handler);
  serveCalls({ ipcMain: { handle }, core, log });
  const send = async (event: Event, ...args: unknown[]): Promise<unknown> =>
    handlers.get('call')?.(event, ...args);
  return { handlers, calls, cancelled, release, send };
}

const envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string(), message: z.string().min(20) }),
  }),
]);

describe('the channel "call"', () => {
  it('is the only one, and hands a call to the core with its input parsed', async () => {
    const { handlers, calls, send } = channel();
    expect([...handlers.keys()]).toEqual(['call']);
    const message = { name: 'releases.list', input: '{"which":"open"}', actingAs: 'Ada' };
    expect(await send(ownPage, message)).toEqual({ ok: true, value: 'releases.list' });
    expect(calls).toEqual([{ name: 'releases.list', input: { which: 'open' }, actingAs: 'Ada' }]);
  });

  it.each([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: 'app://slipway/index.html', parent: {} }],
    ['another site', { url: 'https://evil.example/', parent: null }],
    ['a look-alike', { url: 'app://slipway.evil.example/', parent: null }],
    ['a file', { url: 'file:///tmp/app://slipway/index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['an error page', { url: 'chrome-error://chromewebdata/', parent: null }],
  ])('refuses %s', async (_what, frame) => {
    const { calls, send } = channel();
    const answer = await send(eventFrom(frame), { name: 'releases.list', input: '{}' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(calls).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['a text', ['releases.list']],
    ['an input that is no text', [{ name: 'releases.list', input: {} }]],
    ['an input that is no JSON', [{ name: 'releases.list', input: '{' }]],
    ['no input', [{ name: 'releases.list' }]],
    ['a name that is too long', [{ name: 'x'.repeat(101), input: '{}' }]],
    ['an input over 8 MiB', [{ name: 'a.b', input: ' '.repeat(8 * 1024 * 1024 + 1) }]],
    ['a field more', [{ name: 'a.b', input: '{}', channel: 'event' }]],
    ['a call and a cancel at once', [{ name: 'a.b', input: '{}', cancel: 'k' }]],
    ['an empty key', [{ name: 'a.b', input: '{}', key: '' }]],
  ])('refuses %s', async (_what, args) => {
    const { calls, send } = channel();
    const answer = await send(ownPage, ...args);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(calls).toEqual([]);
  });

  it('cancels a running call by its key, and only while it runs', async () => {
    const { cancelled, release, send } = channel();
    const running = send(ownPage, { name: 'slow.list', input: '{}', key: 'k1' });
    await send(ownPage, { cancel: 'other' });
    await send(ownPage, { cancel: 'k1' });
    release.forEach((answer) => answer());
    await running;
    await send(ownPage, { cancel: 'k1' });
    expect(cancelled).toEqual(['slow.list']);
  });

  it('answers an envelope to whatever arrives, and calls nothing it does not understand', async () => {
    const frame = fc.option(
      fc.record({
        url: fc.oneof(fc.webUrl(), fc.string(), fc.constant('app://slipway/index.html')),
        parent: fc.constantFrom(null, {}),
      }),
    );
    const message = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.anything(), input: fc.anything(), key: fc.anything() }),
      fc.record({ name: fc.string(), input: fc.json() }),
    );
    await fc.assert(
      fc.asyncProperty(frame, message, async (senderFrame, given) => {
        const { calls, send } = channel();
        const answer = envelope.parse(await send(eventFrom(senderFrame), given));
        if (!answer.ok) expect(calls).toEqual([]);
        if (senderFrame?.parent !== null || !senderFrame.url.startsWith('app://slipway/')) {
          expect(answer.ok).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
