/** Bounds of one element of a file; a pipeline run is about 10 KiB and 5 levels deep. */
export type ElementLimits = { maxElementBytes: number; maxDepth: number };

export const defaultElementLimits: ElementLimits = {
  maxElementBytes: 8 * 1024 * 1024,
  maxDepth: 100,
};
