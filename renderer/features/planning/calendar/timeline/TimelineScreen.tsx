import { useCallback, useMemo, useRef, useState } from 'react';
import Button from '@mui/material/Button';
import type { TimelineZoom } from '#shared/model/planning/timeline.ts';
import { isNarrowed } from '#shared/rules/planning/timeline/picture-words.ts';
import { zoomedBy } from '#shared/rules/planning/timeline/zoom.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../../components/CalendarTabs.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import { zoneText } from '../../../../components/when-text.ts';
import { useNow } from '../../../../state/clock.ts';
import { useFormats } from '../../../../state/formats.ts';
import { MoveDialog } from '../MoveDialog.tsx';
import { useMoving } from '../use-moving.ts';
import { useNames } from '../../releases/index.ts';
import type { Calendar } from './axis-tiles.ts';
import { SpanButtons } from './SpanButtons.tsx';
import type { TimeSpan } from './SpanButtons.tsx';
import { TimelineBar } from './TimelineBar.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import type { TimelineHand } from './TimelineChart.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineTools } from './TimelineTools.tsx';
import styles from './screen.module.css';
import { noFilter } from './timeline-address.ts';
import type { TimelineSearch } from './timeline-address.ts';
import { useTimelineCommands } from './use-timeline-commands.ts';
import { useTimelineView } from './use-timeline-view.ts';

/** Releases over time, a row for each service, environment, train or team. */
export function TimelineScreen({ search }: { search: TimelineSearch }) {
  const now = useNow();
  const workspace = useProcedure('workspace.state', {}).data?.open?.workspace;
  const zone = workspace?.zone ?? 'UTC';
  const workingDays = workspace?.workingDays.join() ?? '1,2,3,4,5';
  const locale = useFormats((state) => state.locale);
  const calendar = useMemo(
    (): Calendar => ({ zone, workingDays: workingDays.split(',').map(Number), locale }),
    [zone, workingDays, locale],
  );
  const { names } = useNames();
  const { view, at, show, onRest, views, text, type } = useTimelineView(search, zone);
  const asked = useProcedure('calendar.timeline', { view }, { keepPrevious: true });
  const outline = asked.data;
  const hand = useRef<TimelineHand>(null);
  const moving = useMoving(now);
  const [span, setSpan] = useState<TimeSpan | null>(null);
  const rest = useCallback(
    (about: number, inSight: TimeSpan) => {
      setSpan(inSight);
      onRest(about);
    },
    [onRest],
  );
  const [begin] = useState(() => beginAt(at, now));
  const zoomTo = (zoom: TimelineZoom) => {
    if (zoom !== view.zoom) show({ ...view, zoom });
  };
  const zoomBy = (steps: number) => zoomTo(zoomedBy(view.zoom, steps));
  useTimelineCommands({
    today: () => hand.current?.goTo(Date.parse(now)),
    page: (by) => hand.current?.page(by),
    zoomBy,
  });
  const clear = () => {
    type('');
    show({ ...view, filter: noFilter });
  };
  const hasBars = outline !== undefined && outline.rows.some(({ bars }) => bars > 0);
  return (
    <>
      <PageHeader
        title="Timeline"
        beside={<SpanButtons {...{ hand, now, span, zone }} />}
        actions={<TimelineTools {...{ view, calendar, hand, now }} />}
      >
        <CalendarTabs current="timeline" />
      </PageHeader>
      <TimelineBar
        {...{ view, text, names, outline, views }}
        onText={type}
        onView={show}
        onZoom={zoomTo}
      />
      <div className={styles['frame']}>
        {asked.isError && outline === undefined && (
          <div className={styles['aside']}>
            <ErrorPanel
              {...errorParts('The timeline could not be read', asked.error)}
              onRetry={() => void asked.refetch()}
            />
          </div>
        )}
        {outline === undefined && !asked.isError && (
          <div className={styles['aside']}>
            <SkeletonRows rows={8} what="timeline" />
          </div>
        )}
        {outline !== undefined && !hasBars && (
          <Empty
            text={
              isNarrowed(view)
                ? 'No release with a date fits the filter.'
                : 'Releases stand here over time, from their first phase to their last deployment. None has a date yet.'
            }
            action={
              isNarrowed(view) ? (
                <Button onClick={clear}>Clear all filters</Button>
              ) : (
                <Button href="#/releases/new">New release</Button>
              )
            }
          />
        )}
        {hasBars && (
          <TimelineChart
            ref={hand}
            {...{ outline, view, calendar, names, now, begin, moving }}
            onRest={rest}
            onZoom={zoomBy}
          />
        )}
      </div>
      <TimelineLegend zone={zoneText(zone)} outline={outline} />
      {moving.asking !== null && <MoveDialog {...moving.asking} now={now} hand={moving} />}
    </>
  );
}

/** The day of the address; the present where it has none. */
function beginAt(at: string | undefined, now: string): number {
  const day = at === undefined ? NaN : Date.parse(`${at}T12:00:00Z`);
  return Number.isNaN(day) ? Date.parse(now) : day;
}
