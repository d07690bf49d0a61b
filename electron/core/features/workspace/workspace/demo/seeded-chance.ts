/** Choices that come out the same each time; the demo has no other source of chance. */
export type Chance = {
  bytes(count: number): Uint8Array;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** True in this share of the cases, 0 to 1. */
  happens(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
};

/** The generator mulberry32 (public domain): small, even enough for sample data, no secret. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  const whole = (min: number, max: number) => min + (next() % (max - min + 1));
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
    whole,
    happens: (share) => next() < share * 0x1_0000_0000,
    pick(items) {
      const picked = items[whole(0, items.length - 1)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
    hex: (digits) => Array.from({ length: digits }, () => (next() >>> 28).toString(16)).join(''),
  };
}
