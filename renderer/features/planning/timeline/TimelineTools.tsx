/** Placeholder replaced below. */
export function TimelineTools(_props: object) {
  return null;
}
