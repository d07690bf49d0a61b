import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import type { HolidayCalendar } from '#shared/model/planning/windows.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { HolidayCalendarDialog } from './HolidayCalendarDialog.tsx';
import { nextDayInWords, workingDaysInWords } from './holiday-words.ts';

/** Named calendars of days on which nobody works; people and services are given one. */
export function HolidayCalendars() {
  const list = useProcedure('holidays.list', {});
  const removal = useCommand('holidays.remove');
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const today = dateIn(useNow(), zone);
  const [editing, setEditing] = useState<HolidayCalendar | 'new' | null>(null);
  const calendars = list.data ?? [];
  const commands = useMemo(
    () => [{ id: 'holidays.new', label: 'Add a holiday calendar', run: () => setEditing('new') }],
    [],
  );
  useScreenCommands(commands);
  const remove = async ({ id }: HolidayCalendar) => {
    const answer = await removal.run({ id });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    const { name, people, services } = answer.value;
    const freed = people + services;
    const rest = freed === 0 ? '' : `; ${freed} people and services have none now`;
    showToast({ text: `${name} removed${rest}`, undo: undoOf(answer) });
  };
  const addButton = (
    <Button variant="contained" startIcon={<Plus />} onClick={() => setEditing('new')}>
      Add a calendar
    </Button>
  );
  return (
    <SplitView>
      <Section
        title="Holiday calendars"
        note={list.data && `${calendars.length}`}
        actions={calendars.length > 0 && addButton}
      >
        {list.isError && list.data === undefined && (
          <ErrorPanel
            {...errorParts('The holiday calendars could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.isPending && <SkeletonRows rows={3} what="the holiday calendars" />}
        {list.isSuccess && calendars.length === 0 && (
          <Empty
            text="A holiday calendar says on which days of the week people work, and on which dates they do not. People and services are given one, so that nothing is moved to a day on which nobody is there."
            action={addButton}
          />
        )}
        {calendars.length > 0 && (
          <PanelList label="Holiday calendars">
            {calendars.map((calendar) => (
              <PanelRow
                key={calendar.id}
                title={<bdi title={calendar.name}>{calendar.name}</bdi>}
                beside={calendar.region === '' ? undefined : <bdi>{calendar.region}</bdi>}
                note={`${workingDaysInWords(calendar.workingDays)} · ${nextDayInWords(calendar.holidays, today)}`}
                end={
                  <IconButton
                    aria-label={`Remove the calendar ${calendar.name}`}
                    onClick={() => void remove(calendar)}
                  >
                    <Trash2 />
                  </IconButton>
                }
                onOpen={() => setEditing(calendar)}
              />
            ))}
          </PanelList>
        )}
      </Section>
      {editing !== null && (
        <HolidayCalendarDialog
          calendar={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </SplitView>
  );
}
