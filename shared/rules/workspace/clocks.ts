/** Clocks of two machines may differ by so much: what is further ahead than that is not believed. */
export const clockAheadMs = 5 * 60_000;
