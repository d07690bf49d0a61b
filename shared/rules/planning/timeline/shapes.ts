import type { WindowKind } from '#shared/model/planning/windows.ts';

/** What a release or a deployment stands at; each has an ink, an icon and a word. */
export const standings = [
  'passed',
  'running',
  'waiting',
  'failed',
  'out-of-date',
  'exception',
  'not-applicable',
] as const;
export type Standing = (typeof standings)[number];

/** Colours by what they mean; screen, picture and paper each have their own for them. */
export type Ink =
  | ('text' | 'quiet' | 'surface' | 'idle' | 'line' | 'line-strong' | 'accent' | 'accent-text')
  | Standing
  | `${Standing}-soft`;

/** A part of a picture. `is` says what it stands for. Pixels, from the top left. */
export type Shape = { is: string } & (
  | {
      kind: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      radius?: number;
      fill?: Ink;
      stroke?: Ink;
      dashed?: boolean;
    }
  | {
      kind: 'path';
      points: readonly (readonly [x: number, y: number])[];
      closed?: boolean;
      fill?: Ink;
      stroke?: Ink;
      thickness?: number;
      dashed?: boolean;
    }
  | {
      kind: 'circle';
      x: number;
      y: number;
      radius: number;
      fill?: Ink;
      stroke?: Ink;
      thickness?: number;
    }
  | {
      kind: 'text';
      x: number;
      /** The middle of the line. */
      y: number;
      /** No wider than this; longer text is cut with an ellipsis. */
      width: number;
      text: string;
      ink: Ink;
      size: number;
      strong?: boolean;
    }
  | { kind: 'band'; x: number; y: number; width: number; height: number; band: WindowKind }
);

/** Width of a text in pixels, by whoever draws it. */
export type Measure = (text: string, size: number, strong: boolean) => number;

/** A guess for where no font can be asked: seldom too narrow. */
export const roughWidth: Measure = (text, size, strong) =>
  [...text].length * size * (strong ? 0.58 : 0.54);
