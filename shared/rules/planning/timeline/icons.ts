import type { Ink, Shape, Standing } from './shapes.ts';

type Point = readonly [number, number];
type Stroke = { points: readonly Point[]; closed?: boolean } | { circle: number; dashed?: boolean };

/** On a field of twelve by twelve, around its middle. */
const strokes: Record<Standing, readonly Stroke[]> = {
  passed: [
    { circle: 5 },
    {
      points: [
        [-2.4, 0.2],
        [-0.7, 1.9],
        [2.6, -1.7],
      ],
    },
  ],
  running: [
    { circle: 5 },
    {
      points: [
        [-1.4, -2.2],
        [2.2, 0],
        [-1.4, 2.2],
      ],
      closed: true,
    },
  ],
  waiting: [
    { circle: 5 },
    {
      points: [
        [0, -2.8],
        [0, 0],
        [2, 1.2],
      ],
    },
  ],
  failed: [
    {
      points: [
        [-2.1, -5],
        [2.1, -5],
        [5, -2.1],
        [5, 2.1],
        [2.1, 5],
        [-2.1, 5],
        [-5, 2.1],
        [-5, -2.1],
      ],
      closed: true,
    },
    {
      points: [
        [-1.8, -1.8],
        [1.8, 1.8],
      ],
    },
    {
      points: [
        [1.8, -1.8],
        [-1.8, 1.8],
      ],
    },
  ],
  'out-of-date': [
    {
      points: [
        [-4.6, -2],
        [-2, -4.6],
        [2, -4.6],
        [4.6, -2],
      ],
    },
    {
      points: [
        [4.6, 2],
        [2, 4.6],
        [-2, 4.6],
        [-4.6, 2],
      ],
    },
  ],
  exception: [
    {
      points: [
        [-3.4, 5],
        [-3.4, -4.6],
        [3.8, -3],
        [-3.4, 0.6],
      ],
    },
  ],
  'not-applicable': [
    { circle: 5 },
    {
      points: [
        [-2.4, 0],
        [2.4, 0],
      ],
    },
  ],
};

/** The icon of a standing around a point: what the colour says, in a shape. */
export function iconShapes(standing: Standing, x: number, y: number): Shape[] {
  const ink: Ink = standing;
  return strokes[standing].map((stroke): Shape => {
    const look = { is: `icon ${standing}`, stroke: ink, thickness: 1.4 };
    if ('circle' in stroke) return { ...look, kind: 'circle', x, y, radius: stroke.circle };
    const points = stroke.points.map(([dx, dy]): Point => [x + dx, y + dy]);
    return { ...look, kind: 'path', points, ...(stroke.closed === true && { closed: true }) };
  });
}
