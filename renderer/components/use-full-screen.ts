import { useCallback, useEffect, useState } from 'react';

/** The whole screen for this page, where the browser allows it. */
export function useFullScreen() {
  const [isOn, setIsOn] = useState(() => isFull());
  useEffect(() => {
    const follow = (): void => setIsOn(isFull());
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const leave = useCallback(() => {
    if (isFull()) void document.exitFullscreen();
  }, []);
  const toggle = useCallback(() => {
    if (isFull()) void document.exitFullscreen();
    // A browser may refuse it; the wall then simply stays in its window.
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }, []);
  const isPossible = typeof document.documentElement.requestFullscreen === 'function';
  return { isOn, isPossible, toggle, leave };
}

function isFull(): boolean {
  return (document.fullscreenElement ?? null) !== null;
}
