import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { sceneOf } from '#shared/rules/planning/timeline/scene.ts';
import type { Face } from './faces.ts';
import type { Inks } from './inks.ts';
import type { FromPainter, PieceFacts, ToPainter } from './messages.ts';
import { measureWith, paintShapes } from './paint.ts';

/** What a worker has beside what a window has. */
declare const self: {
  fonts: FontFaceSet;
  addEventListener(name: 'message', listener: (event: MessageEvent<ToPainter>) => void): void;
  postMessage(message: FromPainter, transfer: Transferable[]): void;
};

/**
 * Paints pieces of the timeline beside the window, which goes on scrolling meanwhile. One piece a
 * turn: what is no longer wanted is heard of before the next one.
 */
const waiting = new Map<number, { piece: PieceFacts; placed: PlacedRows }>();
const loaded = new Set<string>();
let inks: Inks | null = null;
let placed: PlacedRows | null = null;
let isPainting = false;

self.addEventListener('message', ({ data }) => {
  if (data.kind === 'look') {
    ({ inks } = data);
    void withFaces(data.faces);
  } else if (data.kind === 'rows') {
    ({ placed } = data);
  } else if (data.kind === 'drop') {
    waiting.delete(data.job);
  } else if (placed !== null) {
    waiting.set(data.job, { piece: data.piece, placed });
    paintSoon();
  }
});

let fonts: Promise<unknown> = Promise.resolve();

/** A text that is painted before its font is there would stay in another one. */
function withFaces(faces: readonly Face[]): Promise<unknown> {
  const missing = faces.filter(({ source }) => !loaded.has(source));
  const loading = missing.map(async ({ family, source, weight, unicodeRange }) => {
    loaded.add(source);
    const face = new FontFace(family, `url(${JSON.stringify(source)})`, { weight, unicodeRange });
    self.fonts.add(await face.load());
  });
  fonts = Promise.allSettled([fonts, ...loading]);
  return fonts;
}

function paintSoon(): void {
  if (isPainting) return;
  isPainting = true;
  void fonts.then(() => setTimeout(paintNext));
}

function paintNext(): void {
  isPainting = false;
  const [next] = waiting;
  if (next === undefined || inks === null) return;
  const [job, { piece, placed: rows }] = next;
  waiting.delete(job);
  const bitmap = painted(piece, rows, inks);
  if (bitmap !== null) self.postMessage({ job, bitmap }, [bitmap]);
  if (waiting.size > 0) paintSoon();
}

function painted(piece: PieceFacts, rows: PlacedRows, look: Inks): ImageBitmap | null {
  const { left, ratio, standings, ...place } = piece;
  const canvas = new OffscreenCanvas(
    Math.round(piece.width * ratio),
    Math.round(piece.height * ratio),
  );
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const standing = new Map(piece.tile.bars.map((bar, index) => [bar, standings[index]]));
  const shapes = sceneOf({
    ...place,
    placed: rows,
    standingOf: (bar: TimelineBar) => standing.get(bar) ?? notJudged,
    measure: measureWith(look),
    standsAlone: false,
  });
  paintShapes(context, shapes, look, { x: left, y: piece.top });
  return canvas.transferToImageBitmap();
}

const notJudged = { standing: 'not-applicable', word: 'not judged yet' } as const;
