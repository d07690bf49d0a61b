/**
 * Work for the frames to come, a piece each: tiles arrive by the handful when the sheet comes to a
 * new column, and all of them painted in one frame would make it late.
 */
export function createPaintQueue() {
  const waiting = new Map<string, () => void>();
  let frame = 0;
  const paintOne = () => {
    frame = 0;
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next[0]);
    next[1]();
    if (waiting.size > 0) frame = requestAnimationFrame(paintOne);
  };
  return {
    /** What was waiting under the same key is out of date. */
    add(key: string, paint: () => void) {
      waiting.set(key, paint);
      if (frame === 0) frame = requestAnimationFrame(paintOne);
    },
    drop(key: string) {
      waiting.delete(key);
    },
  };
}
