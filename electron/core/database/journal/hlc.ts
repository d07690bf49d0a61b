import { Refusal } from '#shared/model/refusal.ts';

/**
 * Hybrid logical clock: wall time that never goes back, with a counter for equal milliseconds.
 * As text: 12 hexadecimal digits of milliseconds, 4 of the counter, `-`, 8 of the device; so it has
 * a fixed width and sorts as it counts, and two devices never make the same one.
 */
export type Hlc = {
  /** The next stamp, greater than every stamp made or seen before. */
  tick(nowMs: number): string;
  /** Takes notice of a stamp from elsewhere; refuses one more than five minutes ahead of the clock here. */
  see(stamp: string, nowMs: number): void;
};

const farFutureMs = 5 * 60_000;

/** `last` is the newest stamp in the file, null in a new one. */
export function createHlc(deviceId: string, last: string | null): Hlc {
  const device = deviceId.replaceAll('-', '').slice(-8);
  let { ms, counter } = last === null ? { ms: 0, counter: 0 } : readHlc(last);
  return {
    tick(nowMs) {
      if (nowMs > ms) {
        ms = nowMs;
        counter = 0;
      } else if (++counter > 0xffff) {
        ms += 1;
        counter = 0;
      }
      return `${hex(ms, 12)}${hex(counter, 4)}-${device}`;
    },
    see(stamp, nowMs) {
      const seen = readHlc(stamp);
      if (seen.ms > nowMs + farFutureMs) {
        throw new Refusal(
          'precondition_failed',
          `A change is stamped ${new Date(seen.ms).toISOString()}, more than five minutes ahead of this device's clock. Set the clock of the device it comes from, or of this one.`,
        );
      }
      if (seen.ms > ms || (seen.ms === ms && seen.counter > counter)) {
        ms = seen.ms;
        counter = seen.counter;
      }
    },
  };
}

export function readHlc(stamp: string): { ms: number; counter: number } {
  return { ms: parseInt(stamp.slice(0, 12), 16), counter: parseInt(stamp.slice(12, 16), 16) };
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}
