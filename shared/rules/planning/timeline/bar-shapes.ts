import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import type { BarStanding } from './bar-standing.ts';
import { iconShapes } from './icons.ts';
import { barHeight } from './placed-rows.ts';
import type { Measure, Shape } from './shapes.ts';

const textSize = 12;
const iconRoom = 22;
const gap = 6;
/** A name cut to this can still be told from others. */
const enough = 90;
/** A name behind its bar reaches no farther. */
export const mostOutside = 200;
/** Narrower ones are points: a mark where they begin. */
const pointWidth = 10;

export type BarPlace = {
  y: number;
  /** Pixels of a time. */
  x: (at: number) => number;
  /** Left edge of the piece that is drawn; a name that stands left of it is written again. */
  edge: number;
  /** No piece lies beside it that would show the rest of a name. */
  standsAlone: boolean;
  measure: Measure;
};

/** A bar with its phases, deployments, milestones and name. */
export function barShapes(
  bar: TimelineBar,
  { standing, word }: BarStanding,
  place: BarPlace,
): Shape[] {
  const { x, y } = place;
  const left = x(bar.from);
  const width = Math.max(pointWidth, x(bar.to) - left);
  const isOver = bar.outcome === 'cancelled';
  const about = `bar ${word}`;
  const frame: Shape = {
    ...{ is: about, kind: 'rect', x: left, y, width, height: barHeight, radius: 4 },
    fill: bar.deploymentId === null && !isOver ? 'surface' : `${standing}-soft`,
    stroke: standing,
    dashed: isOver || bar.onHold,
  };
  return [
    frame,
    ...(bar.deploymentId === null ? phaseShapes(bar, standing, place) : []),
    {
      is: about,
      kind: 'rect',
      x: left,
      y,
      width: 3,
      height: barHeight,
      radius: 1.5,
      fill: standing,
    },
    ...(bar.deploymentId === null ? deploymentShapes(bar, standing, place) : []),
    ...nameShapes(bar, standing, { ...place, left, width }),
    ...bar.milestones.map(({ at, done }) => milestone(place.x(at), y + barHeight / 2, done)),
  ];
}

type Tone = BarStanding['standing'];

/** The phase it is in is tinted; a line stands where each of the others begins. */
function phaseShapes(bar: TimelineBar, tone: Tone, { x, y }: BarPlace): Shape[] {
  const begun = bar.phases.filter(({ at }) => at < bar.to);
  return begun.flatMap(({ phase, at }, index): Shape[] => {
    const from = Math.max(x(at), x(bar.from));
    const until = x(Math.min(bar.to, begun[index + 1]?.at ?? bar.to));
    const tint: Shape[] =
      phase === bar.phase && until - from > 2
        ? [
            {
              ...{ is: `phase ${phase}`, kind: 'rect', fill: `${tone}-soft` },
              ...{ x: from + 1, y: y + 1, width: until - from - 2, height: barHeight - 2 },
            },
          ]
        : [];
    if (index === 0 || until - from < 3) return tint;
    const points = [
      [from, y + barHeight - 6],
      [from, y + barHeight],
    ] as const;
    return [...tint, { is: `phase ${phase}`, kind: 'path', points, stroke: tone, thickness: 1 }];
  });
}

/** A post at each deployment, as wide as it takes. */
function deploymentShapes(bar: TimelineBar, tone: Tone, { x, y }: BarPlace): Shape[] {
  return bar.deployments.map(({ from, to }) => ({
    ...{ is: 'deployment', kind: 'rect', fill: tone, radius: 1 },
    ...{ x: Math.min(x(from), x(bar.to) - 3), y: y - 3, height: barHeight + 6 },
    width: Math.max(3, Math.min(x(to) - x(from), 8)),
  }));
}

function milestone(x: number, y: number, done: boolean): Shape {
  const r = 5.5;
  const points = [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ] as const;
  return {
    ...{ is: done ? 'milestone reached' : 'milestone', kind: 'path', points, closed: true },
    fill: done ? 'quiet' : 'surface',
    stroke: done ? 'quiet' : 'text',
    thickness: 1.5,
  };
}

type Named = BarPlace & { left: number; width: number };

/** The name in the bar, or behind it where there is more room than within. */
function nameShapes(bar: TimelineBar, tone: Tone, place: Named): Shape[] {
  const { x, y, left, width, edge, measure } = place;
  const middle = y + barHeight / 2;
  const wanted = measure(bar.name, textSize, true);
  const ink = bar.outcome === null ? 'text' : 'quiet';
  const text = (at: number, most: number): Shape[] => [
    ...iconShapes(tone, at + gap, middle),
    {
      ...{ is: 'name', kind: 'text', x: at + iconRoom - gap, y: middle, text: bar.name, ink },
      ...{ width: most, size: textSize, strong: true },
    },
  ];
  // Behind the last post of a release there must be no text in the way.
  const room = bar.next === null ? Infinity : x(bar.next) - left - width - 2 * gap;
  const inside = width - iconRoom - 2 * gap;
  const outside = Math.min(wanted + 1, room - iconRoom, mostOutside);
  const isTight = inside < Math.min(wanted, enough);
  if (isTight && outside > inside && outside > 24) return text(left + width + gap, outside);
  if (inside < 12) return [];
  const start = left + gap;
  const ends = start + iconRoom + Math.min(inside, wanted);
  // The beginning is out of sight: the name is said again where the piece begins. On paper no piece
  // lies beside this one that would show the rest of it.
  const isCut = place.standsAlone ? start < edge : ends < edge;
  if (left < edge && isCut && left + width - edge > 60) {
    return text(edge + gap, left + width - edge - iconRoom - 2 * gap);
  }
  return text(start, inside);
}
