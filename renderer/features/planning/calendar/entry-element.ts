/** The deployment an element of the calendar is of, or stands in. */
export function deploymentAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const around = target.closest('[data-deployment]');
  // The library makes the link; what is ours lies in it.
  const within = target.closest('a')?.querySelector('[data-deployment]');
  const found = around ?? within;
  return found instanceof HTMLElement ? (found.dataset['deployment'] ?? null) : null;
}

/** The day an element of the calendar is of, `2026-11-26`. */
export function dayAt(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  // The library names the days of the sheet, rows of the list are ours.
  const day = target.closest('[data-date], [data-day]');
  return day instanceof HTMLElement ? day : null;
}

/** Months that are drawn ahead lie beside the one that is seen. */
export const inSight = ':not([data-page="ahead"] *)';

/** Puts the focus on a deployment once the calendar has drawn it where it is now. */
export function focusEntry(deploymentId: string): void {
  requestAnimationFrame(() => {
    const own = `[data-deployment="${CSS.escape(deploymentId)}"]${inSight}`;
    const entry = document.querySelector(own);
    const link = entry?.closest('a') ?? entry?.querySelector('a');
    link?.focus();
  });
}

/** The date a day of the calendar stands for. */
export function dateOf(day: HTMLElement | null): string | undefined {
  return day?.dataset['date'] ?? day?.dataset['day'];
}
