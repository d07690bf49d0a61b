import { inSight } from './entry-element.ts';

/** A place on the screen, as the browser tells it. */
export type Place = { left: number; right: number; top: number; bottom: number };

const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;

/**
 * Which place an arrow leads to: the nearest one that lies that way, what lies straight ahead before
 * what lies aside; -1 where there is none.
 */
export function nearestPlace(from: Place, places: readonly Place[], key: string): number {
  const way = wayOf(key);
  if (way === null) return -1;
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [index, place] of places.entries()) {
    const [dx, dy] = [middleX(place) - middleX(from), middleY(place) - middleY(from)];
    const ahead = dx * way.x + dy * way.y;
    if (ahead < 2) continue;
    const aside = way.x === 0 ? Math.abs(dx) : Math.abs(dy);
    const distance = ahead + aside * 3;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Lets arrows go from one deployment or day to the next; true where the key was one of them. */
export function moveFocus(key: string, within: HTMLElement, target: EventTarget | null): boolean {
  if (wayOf(key) === null || !(target instanceof HTMLElement)) return false;
  const own = target.closest('[data-deployment], [data-day-link]');
  if (!(own instanceof HTMLAnchorElement)) return false;
  const kind = own.hasAttribute('data-deployment') ? '[data-deployment]' : '[data-day-link]';
  const others = [...within.querySelectorAll<HTMLElement>(`a${kind}${inSight}`)].filter(
    (each) => each !== own,
  );
  const places = others.map((each) => each.getBoundingClientRect());
  const next = others[nearestPlace(own.getBoundingClientRect(), places, key)];
  if (next === undefined) return false;
  next.focus();
  return true;
}

function wayOf(key: string): { x: number; y: number } | null {
  return Object.entries(directions).find(([known]) => known === key)?.[1] ?? null;
}

const middleX = ({ left, right }: Place) => (left + right) / 2;
const middleY = ({ top, bottom }: Place) => (top + bottom) / 2;
