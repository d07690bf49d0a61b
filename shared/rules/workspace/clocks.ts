/** The clocks of two machines may differ by so much; what is further ahead is told as a wrong clock. */
export const clockToleranceMs = 5 * 60_000;
