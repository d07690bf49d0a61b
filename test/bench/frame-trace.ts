import type { CDPSession, Page } from '@playwright/test';
import { isRecord } from '#core/sync/record.ts';

/** Milliseconds of each frame: what the page's main thread did for it, and from its layers to the next ones. */
export type Frames = { work: number[]; gaps: number[] };

type Spell = { thread: string; from: number; until: number };

/**
 * Scrolls what lies under the middle of an element by wheel, as a hand does, while the browser
 * records a trace. The work of a frame is that of all tasks of the main thread since the frame
 * before: script, style, layout and paint.
 */
export async function scrollTraced(
  page: Page,
  selector: string,
  pixels: number,
  axis: 'x' | 'y' = 'y',
): Promise<Frames> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`nothing is ${selector}`);
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, () =>
    session.send('Input.synthesizeScrollGesture', {
      ...{ x: box.x + box.width / 2, y: box.y + box.height / 2 },
      ...(axis === 'y' ? { yDistance: -pixels } : { xDistance: -pixels }),
      ...{ speed: 5_400, gestureSourceType: 'mouse', preventFling: true },
    }),
  );
  await session.detach();
  return framesOf(events);
}

async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<unknown[]> {
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...value));
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await act();
  await session.send('Tracing.end');
  await complete;
  return events;
}

function framesOf(events: readonly unknown[]): Frames {
  const marks = spells(events, (name) => name === 'Layerize');
  const thread = marks[0]?.thread;
  const tasks = spells(events, (name) => name === 'ThreadControllerImpl::RunTask').filter(
    (at) => at.thread === thread,
  );
  const frames: Frames = { work: [], gaps: [] };
  for (const [index, mark] of marks.entries()) {
    const before = marks[index - 1];
    if (before === undefined) continue;
    // Layers come late in the task of a frame: a task belongs to the frame it began for.
    const own = tasks.filter(({ from }) => from > before.from && from <= mark.from);
    frames.work.push(own.reduce((sum, { from, until }) => sum + until - from, 0) / 1_000);
    frames.gaps.push((mark.from - before.from) / 1_000);
  }
  return frames;
}

/** In order of their beginning, microseconds. */
function spells(events: readonly unknown[], wanted: (name: unknown) => boolean): Spell[] {
  return events
    .flatMap((event) => {
      if (!isRecord(event) || event['ph'] !== 'X' || !wanted(event['name'])) return [];
      const { pid, tid, ts, dur = 0 } = event;
      if (typeof ts !== 'number' || typeof dur !== 'number') return [];
      return [{ thread: `${String(pid)}:${String(tid)}`, from: ts, until: ts + dur }];
    })
    .toSorted((one, other) => one.from - other.from);
}
