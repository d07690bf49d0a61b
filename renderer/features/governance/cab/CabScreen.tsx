import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Gavel, Plus } from 'lucide-react';
import type { MeetingSummary } from '#shared/model/governance/cab-views.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CabTabs } from '../../../components/CabTabs.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PanelList } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { useNames } from '../../planning/releases/index.ts';
import { MeetingDialog } from './MeetingDialog.tsx';
import { MeetingRow } from './MeetingRow.tsx';

const everything = { which: 'all' } as const;

/** The meetings of the board: what is ahead, and what was held. */
export function CabScreen() {
  const now = useNow();
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open ?? null;
  const list = useProcedure('cab.list', everything);
  const { names } = useNames();
  const [planning, setPlanning] = useState(false);
  const mayWrite = open?.readOnly === null;
  const commands = useMemo(
    () =>
      mayWrite
        ? [{ id: 'cab.new', label: 'Plan a meeting', key: 'n', run: () => setPlanning(true) }]
        : [],
    [mayWrite],
  );
  useScreenCommands(commands);
  const rows = useRef<HTMLDivElement>(null);
  const meetings = list.data?.meetings ?? [];
  const ahead = meetings.filter(({ meeting }) => meeting.state !== 'closed');
  const held = meetings.filter(({ meeting }) => meeting.state === 'closed');
  const plan = mayWrite && (
    <Button variant="contained" startIcon={<Plus />} onClick={() => setPlanning(true)}>
      Plan a meeting
    </Button>
  );
  const listOf = (title: string, part: readonly MeetingSummary[]) =>
    part.length > 0 && (
      <Section title={title} note={part.length}>
        <PanelList label={title}>
          {part.map((summary) => (
            <MeetingRow key={summary.meeting.id} {...{ summary, names, now }} />
          ))}
        </PanelList>
      </Section>
    );
  return (
    <>
      <PageHeader title="CAB" actions={meetings.length > 0 && plan}>
        <CabTabs current="meetings" />
      </PageHeader>
      <SplitView>
        {list.isPending && <SkeletonRows what="the meetings" />}
        {list.isError && list.data === undefined && (
          <ErrorPanel
            {...errorParts('The meetings could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.isSuccess && meetings.length === 0 && (
          <Empty
            picture={<Gavel />}
            text="A board decides here on what waits for it: the agenda is made from open decisions, votes are recorded as they are given, and the minutes write themselves."
            action={plan}
          />
        )}
        <div ref={rows} onKeyDown={(event) => walk(event, rows.current)}>
          {listOf('Ahead', ahead)}
          {listOf('Held', held)}
        </div>
      </SplitView>
      {planning && open !== null && (
        <MeetingDialog
          meeting={null}
          around={{
            ...{ names, now, zone: open.workspace.zone, actingId: open.actingAs?.id ?? null },
            workingDays: open.workspace.workingDays,
          }}
          onSaved={(id) =>
            void navigate({ to: '/cab/$meetingId', params: { meetingId: id }, search: {} })
          }
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  );
}

/** j and k, or the arrows, walk from row to row over both lists. */
function walk(event: KeyboardEvent, within: HTMLElement | null): void {
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key] ?? 0;
  if (by === 0 || within === null) return;
  const buttons = [...within.querySelectorAll<HTMLElement>('li button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + by];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
