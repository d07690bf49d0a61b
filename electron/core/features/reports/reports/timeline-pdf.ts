import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import { fileName } from '#core/file-name.ts';
import { renderTimeline } from '#core/reports/timeline/page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TimelineBar, TimelineZoom } from '#shared/model/planning/timeline.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { msPerPixel } from '#shared/rules/planning/timeline/zoom.ts';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import { pagesOf } from '#shared/rules/planning/timeline/paper.ts';
import type { Picture } from '#shared/rules/planning/timeline/paper.ts';
import { pictureNote } from '#shared/rules/planning/timeline/picture-words.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { plainDayOf, shortDay } from '#shared/rules/workspace/dates-in-words.ts';
import { judgeReleases } from '../../governance/gates/index.ts';
import { riskFigures } from '../../governance/risks/index.ts';
import { timelineExtract } from '../../planning/calendar/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Asked = Parsed<'reports.timelinePdf'>;

export async function timelinePdf(
  asked: Asked,
  context: Context,
): Promise<Output<'reports.timelinePdf'>> {
  const { platform, signal } = context;
  const days = (asked.to - asked.from) / dayMs;
  const most = Math.floor((widest * msPerPixel(asked.view.zoom)) / dayMs);
  if (days > most) throw tooLong(asked.view.zoom, Math.ceil(days), most);
  const picture = pictureOf(asked, context);
  const pages = pagesOf(picture, asked.paper);
  const document = renderTimeline(pages, picture.title, asked.paper);
  const bytes = await platform.printPdf(document, { paper: asked.paper, landscape: true }, signal);
  return {
    fileName: fileName(readWorkspace(context.store).name, 'timeline', 'pdf'),
    mediaType: 'application/pdf',
    content: Buffer.from(bytes).toString('base64'),
    pages: pages.length,
  };
}

const dayMs = 86_400_000;
/** Pixels of the screen that come to lie on the width of a page: beyond, nothing of it is read. */
const widest = 20_000;

function tooLong(zoom: TimelineZoom, days: number, most: number): Refusal {
  return new Refusal(
    'invalid_input',
    `Expected at most ${most} days beside each other on a page at the zoom “${zoom}” and found ${days}. Zoom out, or print less at once.`,
    { to: `is ${days} days after from` },
  );
}

/** What the screen shows of the span, with every release judged. */
function pictureOf({ view, from, to, locale }: Asked, context: Context): Picture {
  const { store, now } = context;
  const { outline, tile } = timelineExtract(context, { riskFigures }, { view, from, to });
  const { name, zone, workingDays } = readWorkspace(store);
  const ids = [...new Set(tile.bars.map(({ releaseId }) => releaseId))];
  const judged = judgeReleases(store, ids, now);
  const day = (at: number) => shortDay(locale, plainDayOf(dateIn(iso(at), zone)), true);
  return {
    ...{ rows: outline.rows, tile, from, to, now },
    axis: axisOf(view.zoom, { from, to }, { zone, workingDays, locale }),
    title: `${name} timeline`,
    note: pictureNote({ view, from, to, now, zone, outline, day }),
    standingOf: (bar: TimelineBar) => barStanding(bar, judged.get(bar.releaseId)?.readiness),
  };
}
