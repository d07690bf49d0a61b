import { describe, expect, it } from 'vitest';
import { backoffMs } from '#core/sync/http/backoff.ts';
import { bearer, passwordOnly, redact } from '#core/sync/http/credential.ts';
import { withDeadline } from '#core/sync/http/deadline.ts';
import { readValidator, writeValidator } from '#core/sync/http/etags.ts';
import { createGate } from '#core/sync/http/gate.ts';
import { waitFor } from '#core/sync/http/wait.ts';

describe('the wait before another try', () => {
  it('doubles from half a second to half a minute, half of it by chance', () => {
    const tries = [0, 1, 2, 3, 6, 60];
    expect(tries.map((retry) => backoffMs(retry, () => 0))).toEqual([
      250, 500, 1000, 2000, 15_000, 15_000,
    ]);
    expect(tries.map((retry) => backoffMs(retry, () => 0.999999))).toEqual([
      500, 1000, 2000, 4000, 30_000, 30_000,
    ]);
  });
});

describe('a token', () => {
  it('is taken without the blanks that copying brings', () => {
    expect(bearer(' abc\n')).toEqual({
      header: 'authorization',
      value: 'Bearer abc',
      secret: 'abc',
    });
  });

  it.each(['', '  ', 'a b', 'a\nb', 'tök', 'a\u0000'])('is refused when it is %j', (token) => {
    expect(() => bearer(token)).toThrow(/visible ASCII/);
  });

  it('goes as the password of nobody, and is taken out of a text in that form, too', () => {
    const credential = passwordOnly(' abc\n');
    expect(credential).toEqual({
      header: 'authorization',
      value: 'Basic OmFiYw==',
      secret: 'abc',
    });
    expect(redact('Basic OmFiYw== OmFiYw== abc', credential)).toBe(
      '[redacted] [redacted] [redacted]',
    );
  });

  it('is taken out of a text in every form it is sent or shown in', () => {
    const credential = bearer('s/cr+t=');
    const text = `Bearer s/cr+t= s/cr+t= s%2Fcr%2Bt%3D ${Buffer.from('s/cr+t=').toString('base64')}`;
    expect(redact(text, credential)).toBe('[redacted] [redacted] [redacted] [redacted]');
  });
});

describe('a deadline', () => {
  it('leaves the reason of the caller’s own signal as it is', async () => {
    const stop = new AbortController();
    const work = withDeadline(60_000, stop.signal, (signal) => waitFor(60_000, signal));
    stop.abort('enough');
    await expect(work).rejects.toBe('enough');
  });

  it('says how long was waited', async () => {
    const work = withDeadline(1, undefined, (signal) => waitFor(60_000, signal));
    await expect(work).rejects.toThrow('no complete answer within 1 ms');
  });
});

describe('the gate', () => {
  it('lets no more run at once than its limit, and everybody in the end', async () => {
    const gate = createGate(3);
    let running = 0;
    let most = 0;
    const work = async (n: number) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (n % 5 === 0) throw new Error('failed');
    };
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => gate.run(() => work(n))),
    );
    expect(most).toBe(3);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  });

  it('forgets one that gave up while waiting', async () => {
    const gate = createGate(1);
    const open = Promise.withResolvers<string>();
    const first = gate.run(() => open.promise);
    const stop = new AbortController();
    const second = gate.run(() => Promise.resolve('second'), stop.signal);
    const third = gate.run(() => Promise.resolve('third'));
    stop.abort('gave up');
    await expect(second).rejects.toBe('gave up');
    open.resolve('first');
    await expect(Promise.all([first, third])).resolves.toEqual(['first', 'third']);
  });
});

describe('what is remembered of a page', () => {
  it.each([
    { etag: 'W/"a"', next: null },
    { etag: '"b"', next: 'https://h/?page=2' },
  ])('comes back as it was: %j', (validator) => {
    expect(readValidator(writeValidator(validator))).toEqual(validator);
  });

  it('is nothing when nothing was stored', () => {
    expect([readValidator(undefined), readValidator('')]).toEqual([null, null]);
  });
});
