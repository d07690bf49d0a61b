import { memo, useMemo } from 'react';
import { FilterButton } from '../../../components/filter/FilterButton.tsx';
import { FilterChips } from '../../../components/filter/FilterChips.tsx';
import type { FilterPart } from '../../../components/filter/filter-part.ts';
import type { CalendarFilter } from '#shared/model/planning/calendar-range.ts';
import { ViewMenu } from '../../workspace/views/index.ts';
import { plainFilter } from './calendar-address.ts';
import styles from './CalendarScreen.module.css';
import { goneWords } from './filter-parts.ts';
import { viewScreen } from './use-arrangement.ts';
import type { Arrangement } from './use-arrangement.ts';

type FilterBarProps = { arrangement: Arrangement; parts: readonly FilterPart<CalendarFilter>[] };

/** Saved views, what narrows the calendar, and each choice that is made with a way to take it off. */
export const FilterBar = memo(function FilterBar({ arrangement, parts }: FilterBarProps) {
  const { settings, saved, show } = arrangement;
  const isChanged = useMemo(
    () => saved !== null && JSON.stringify(saved) !== JSON.stringify(settings),
    [saved, settings],
  );
  const narrow = (filter: CalendarFilter) => show({ ...settings, filter });
  const gone = goneWords(arrangement);
  return (
    <div className={styles['filters']}>
      <ViewMenu
        screen={viewScreen}
        plain="Everything"
        keeps="It keeps the filter, and whether it is a month, a week or longer."
        views={arrangement.views}
        opened={arrangement.opened}
        current={settings}
        isChanged={isChanged}
        onOpen={arrangement.open}
      />
      <FilterButton what="the calendar" parts={parts} onView={narrow} />
      <div className={styles['chips']}>
        <FilterChips parts={parts} onView={narrow} onClear={() => narrow(plainFilter)} />
      </div>
      {gone !== '' && (
        <p className={styles['gone']} role="status">
          {gone}
        </p>
      )}
    </div>
  );
});
