import { useCallback, useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { HolidayCalendars } from '../holidays/index.ts';
import { WindowEditor } from './WindowEditor.tsx';
import { WindowTable } from './WindowTable.tsx';

type WindowsScreenProps = {
  search: {
    /** The opened window, or `new`. */
    sel?: string;
    /** The opened window is edited. */
    edit?: string;
    /** `holidays`: the holiday calendars instead. */
    show?: string;
  };
};

const views = [
  { value: 'windows', label: 'Windows' },
  { value: 'holidays', label: 'Holiday calendars' },
] as const;

/** When deployments may happen and when they may not, and the days on which nobody works. */
export function WindowsScreen({ search }: WindowsScreenProps) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone;
  const isHolidays = search.show === 'holidays';
  const commands = useMemo(() => {
    const show = (wanted: Record<string, string>) =>
      void navigate({ to: '/calendar/windows', search: wanted });
    return [
      { id: 'windows.new', label: 'Add a window', key: 'n', run: () => show({ sel: 'new' }) },
      {
        id: 'windows.holidays',
        label: 'Show the holiday calendars',
        run: () => show({ show: 'holidays' }),
      },
    ];
  }, [navigate]);
  useScreenCommands(commands);
  const open = useCallback(
    (wanted: WindowsScreenProps['search'], replace = false) =>
      void navigate({ to: '/calendar/windows', search: wanted, replace }),
    [navigate],
  );
  const edit = useCallback((id: string) => open({ sel: id, edit: '1' }), [open]);

  return (
    <>
      <PageHeader
        title="Windows and freezes"
        facts={
          <Segmented
            label="What is shown"
            choices={views}
            value={isHolidays ? 'holidays' : 'windows'}
            onPick={(view) => open(view === 'holidays' ? { show: 'holidays' } : {})}
          />
        }
      >
        <CalendarTabs current="windows" />
      </PageHeader>
      {isHolidays && <HolidayCalendars />}
      {!isHolidays && zone !== undefined && isEditing(search) && (
        <WindowEditor
          key={search.sel}
          windowId={search.sel === 'new' ? null : (search.sel ?? null)}
          around={{ zone, now }}
          onClose={(id) => open(id === null ? {} : { sel: id }, true)}
        />
      )}
      {!isHolidays && zone !== undefined && !isEditing(search) && (
        <WindowTable
          selected={search.sel ?? null}
          zone={zone}
          now={now}
          onSelect={(id) => open(id === null ? {} : { sel: id }, true)}
          onEdit={edit}
          onAdd={() => open({ sel: 'new' })}
        />
      )}
    </>
  );
}

function isEditing({ sel, edit }: WindowsScreenProps['search']): boolean {
  return sel === 'new' || (sel !== undefined && edit !== undefined);
}
