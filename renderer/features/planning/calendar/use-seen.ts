import { startTransition, useEffect, useState } from 'react';

/**
 * A value as of the last frame that was seen: what hangs on it is drawn once the frame that shows the
 * new one is painted, and gives way to whatever comes meanwhile.
 */
export function useSeen<T>(value: T): T {
  const [seen, setSeen] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // A task behind the frame: by then it is painted.
      timer = setTimeout(() => startTransition(() => setSeen(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return seen;
}
