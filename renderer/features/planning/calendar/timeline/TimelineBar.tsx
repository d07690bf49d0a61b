import type {
  TimelineOutline,
  TimelineView,
  TimelineZoom,
} from '#shared/model/planning/timeline.ts';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import type { useNames } from '../../releases/index.ts';
import { TimelineFilters } from './TimelineFilters.tsx';
import styles from './screen.module.css';
import { groupChoices, zoomChoices } from './timeline-words.ts';

type TimelineBarProps = {
  view: TimelineView;
  /** What is typed now. */
  text: string;
  names: ReturnType<typeof useNames>['names'];
  outline: TimelineOutline | undefined;
  onText: (text: string) => void;
  onView: (view: TimelineView) => void;
  onZoom: (zoom: TimelineZoom) => void;
};

/** What rows stand for, how near it is, and which releases are shown. */
export function TimelineBar(props: TimelineBarProps) {
  const { view, text, names, outline, onText, onView, onZoom } = props;
  const { people, services, environments } = names;
  return (
    <div className={styles['bar']}>
      <Segmented
        label="A row for each of"
        choices={groupChoices}
        value={view.group}
        onPick={(group) => onView({ ...view, group })}
      />
      <Segmented label="Zoom" choices={zoomChoices} value={view.zoom} onPick={onZoom} />
      <TimelineFilters
        filter={view.filter}
        text={text}
        lists={{ people, services, environments, trains: outline?.trains ?? [] }}
        onText={onText}
        onFilter={(filter) => onView({ ...view, filter: { ...filter, text } })}
      />
    </div>
  );
}
