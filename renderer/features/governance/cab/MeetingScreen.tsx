import { useState } from 'react';
import Button from '@mui/material/Button';
import { Link, useNavigate } from '@tanstack/react-router';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useSeconds } from '../../../state/clock.ts';
import { useNames } from '../../planning/releases/index.ts';
import { CloseMeeting } from './CloseMeeting.tsx';
import { MeetingBody } from './MeetingBody.tsx';
import { MeetingDialog } from './MeetingDialog.tsx';
import { MeetingHeader } from './MeetingHeader.tsx';
import type { MeetingAsk } from './MeetingHeader.tsx';
import { useMeeting } from './use-meeting.ts';

type MeetingScreenProps = { meetingId: string; selected: string | undefined };

/** One meeting: its agenda at the left, the item at hand at the right, its clocks above. */
export function MeetingScreen({ meetingId, selected }: MeetingScreenProps) {
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open ?? null;
  const agenda = useProcedure('cab.agenda', { meetingId });
  const { names } = useNames();
  const select = (id: string | null) =>
    void navigate({
      to: '/cab/$meetingId',
      params: { meetingId },
      search: id === null ? {} : { sel: id },
      replace: true,
    });
  // Whatever was looked at, the item that is open now is shown.
  const hand = useMeeting(meetingId, () => select(null));
  const [asked, setAsked] = useState<MeetingAsk | null>(null);
  const now = useSeconds(agenda.data?.meeting.state === 'running');

  if (agenda.isError && agenda.data === undefined) {
    return (
      <>
        <PageHeader title="CAB meeting" />
        <SplitView>
          <ErrorPanel
            {...errorParts('The meeting could not be shown', agenda.error)}
            onRetry={() => void agenda.refetch()}
          >
            <Button component={Link} to="/cab">
              All meetings
            </Button>
          </ErrorPanel>
        </SplitView>
      </>
    );
  }
  if (agenda.data === undefined || open === null) {
    return (
      <>
        <PageHeader title="CAB meeting" />
        <SplitView>
          <SkeletonRows what="the meeting" />
        </SplitView>
      </>
    );
  }
  const { meeting, items, next } = agenda.data;
  const mayWrite = open.readOnly === null;
  const view = { names, zone: meeting.zone, now };
  const close = () => setAsked(null);
  return (
    <>
      <MeetingHeader {...{ meeting, items, hand, mayWrite, view, onAsk: setAsked }} />
      <MeetingBody
        agenda={agenda.data}
        {...{ hand, mayWrite, view, selected, onSelect: select, onAsk: setAsked }}
      />
      {asked === 'edit' && (
        <MeetingDialog
          meeting={meeting}
          around={{
            ...{ names, now, zone: open.workspace.zone, actingId: open.actingAs?.id ?? null },
            workingDays: open.workspace.workingDays,
          }}
          onSaved={close}
          onClose={close}
        />
      )}
      {asked === 'close' && <CloseMeeting {...{ meeting, items, next, onClose: close }} />}
    </>
  );
}
