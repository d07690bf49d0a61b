import type {
  TimelineFilter,
  TimelineOutline,
  TimelineView,
  TimelineZoom,
} from '#shared/model/planning/timeline.ts';
import { FilterButton } from '../../../../components/filter/FilterButton.tsx';
import { FilterChips } from '../../../../components/filter/FilterChips.tsx';
import { FilterWords } from '../../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import { ViewMenu } from '../../../workspace/views/index.ts';
import type { useNames } from '../../releases/index.ts';
import { filterParts } from './filter-parts.ts';
import styles from './screen.module.css';
import { noFilter } from './timeline-address.ts';
import { groupChoices, zoomChoices } from './timeline-words.ts';
import { timelineScreen } from './use-timeline-view.ts';
import type { TimelineViews } from './use-timeline-view.ts';

type TimelineBarProps = {
  view: TimelineView;
  /** What is typed now. */
  text: string;
  names: ReturnType<typeof useNames>['names'];
  outline: TimelineOutline | undefined;
  views: TimelineViews;
  onText: (text: string) => void;
  onView: (view: TimelineView) => void;
  onZoom: (zoom: TimelineZoom) => void;
};

/** What rows stand for, how near it is, and which releases are shown. */
export function TimelineBar(props: TimelineBarProps) {
  const { view, text, names, outline, views, onText, onView, onZoom } = props;
  const { people, services, environments } = names;
  const lists = { people, services, environments, trains: outline?.trains ?? [] };
  const parts = filterParts(view.filter, lists);
  const narrow = (filter: TimelineFilter) => onView({ ...view, filter: { ...filter, text } });
  return (
    <div className={styles['bar']}>
      <ViewMenu
        screen={timelineScreen}
        plain="Everything"
        keeps="It keeps what rows stand for, how near it is, and the filter."
        views={views.list}
        opened={views.opened}
        current={view}
        isChanged={views.isChanged}
        onOpen={views.open}
      />
      <Segmented
        label="A row for each of"
        choices={groupChoices}
        value={view.group}
        onPick={(group) => onView({ ...view, group })}
      />
      <Segmented label="Zoom" choices={zoomChoices} value={view.zoom} onPick={onZoom} />
      <div className={styles['words']}>
        <FilterWords what="the timeline" text={text} onText={onText} />
      </div>
      <FilterButton what="the timeline" parts={parts} onView={narrow} />
      <FilterChips
        parts={parts}
        onView={narrow}
        onClear={() => narrow({ ...noFilter, text: view.filter.text })}
      />
      {views.isGone && (
        <p className={styles['gone']} role="status">
          The view of this address is gone or not shared with you.
        </p>
      )}
    </div>
  );
}
