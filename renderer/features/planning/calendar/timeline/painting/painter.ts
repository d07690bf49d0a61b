import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { facesOf } from './faces.ts';
import type { Inks } from './inks.ts';
import type { FromPainter, PieceFacts, ToPainter } from './messages.ts';
import address from './painter.worker.ts?worker&url';

declare global {
  // Only an interface can be added to from outside.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    /** Where a browser has it, an address of a script needs its seal; it goes where a text goes. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ): { createScriptURL(url: string): string };
    };
  }
}

type Wanted = { piece: PieceFacts; placed: PlacedRows; inks: Inks };

/**
 * Hands pieces to the painter beside the window. Where there is none, as in tests, nothing is
 * painted and nothing is missed: links and names stand over the pieces.
 */
function createPainter() {
  let worker: Worker | null = null;
  let jobs = 0;
  let [look, rows]: [Inks | null, PlacedRows | null] = [null, null];
  const done = new Map<number, (bitmap: ImageBitmap) => void>();
  const tell = (message: ToPainter) => worker?.postMessage(message);
  const start = () => {
    worker = new Worker(sealed(address), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromPainter>) => {
      const take = done.get(data.job);
      done.delete(data.job);
      if (take === undefined) data.bitmap.close();
      else take(data.bitmap);
    });
  };
  return {
    /** Gives the picture to `take` once it is painted; what it returns says that nobody waits for it. */
    paint({ piece, placed, inks }: Wanted, take: (bitmap: ImageBitmap) => void): () => void {
      if (typeof Worker === 'undefined') return () => undefined;
      if (worker === null) start();
      if (look !== inks) tell({ kind: 'look', inks, faces: facesOf(inks.family) });
      if (rows !== placed) tell({ kind: 'rows', placed });
      [look, rows] = [inks, placed];
      jobs += 1;
      const job = jobs;
      done.set(job, take);
      tell({ kind: 'paint', job, piece });
      return () => {
        if (done.delete(job)) tell({ kind: 'drop', job });
      };
    },
  };
}

function sealed(url: string): string {
  const policy = window.trustedTypes?.createPolicy('slipway-painter', {
    createScriptURL: (own) => own,
  });
  return policy?.createScriptURL(url) ?? url;
}

/** One for the window: it costs nothing while nothing is painted. */
export const painter = createPainter();
