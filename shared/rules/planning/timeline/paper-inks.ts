import type { Ink } from './shapes.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** The colours of pictures and paper: those of the light scheme, to which a test holds them. */
export const paperInks: Record<Ink, Colour> = {
  text: [19, 32, 42],
  quiet: [68, 86, 100],
  surface: [255, 255, 255],
  idle: [245, 247, 248],
  line: [221, 228, 232],
  'line-strong': [194, 205, 212],
  accent: [14, 107, 124],
  'accent-text': [255, 255, 255],
  passed: [26, 122, 72],
  'passed-soft': [227, 244, 234],
  running: [29, 95, 191],
  'running-soft': [228, 237, 251],
  waiting: [133, 86, 0],
  'waiting-soft': [255, 241, 210],
  failed: [179, 38, 30],
  'failed-soft': [252, 231, 229],
  'out-of-date': [106, 61, 158],
  'out-of-date-soft': [240, 232, 250],
  exception: [160, 65, 0],
  'exception-soft': [255, 234, 219],
  'not-applicable': [90, 108, 122],
  'not-applicable-soft': [237, 241, 243],
};
