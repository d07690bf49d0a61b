import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Download, Printer } from 'lucide-react';
import type { TimelineView } from '#shared/model/planning/timeline.ts';
import type { Paper, Picture } from '#shared/rules/planning/timeline/paper.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import type { Calendar } from './axis-tiles.ts';
import { printPages, savePdf, savePng, saveSvg } from './export-files.ts';
import type { TimeSpan } from './SpanButtons.tsx';
import type { TimelineHand } from './TimelineChart.tsx';
import { useTimelinePicture } from './use-timeline-picture.ts';

type TimelineToolsProps = {
  view: TimelineView;
  calendar: Calendar;
  hand: RefObject<TimelineHand | null>;
  now: string;
};

/** What is in sight of the time, with all its rows, as a file or on paper. */
export function TimelineTools({ view, calendar, hand, now }: TimelineToolsProps) {
  const picture = useTimelinePicture(view, calendar, now);
  const askPdf = useAsk('reports.timelinePdf');
  const doWith = async (act: (span: TimeSpan) => Promise<string>) => {
    const span = hand.current?.span();
    if (span === undefined) {
      showToast({ text: 'There is no bar to show. Plan a release, or clear the filter.' });
      return;
    }
    try {
      showToast({ text: await act(span) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      showToast({ text: why, tone: 'failed' });
    }
  };
  const withSpan = (act: (made: Picture) => Promise<string>) =>
    doWith(async (span) => act(await picture(span)));
  const pdf = (paper: Paper) =>
    doWith(async ({ from, to }) => {
      const { locale } = calendar;
      const span = { from: Math.floor(from), to: Math.ceil(to) };
      const answer = await askPdf({ view, ...span, paper, locale });
      if (!answer.ok) throw new Error(answer.error.message);
      return savePdf(answer.value);
    });
  return (
    <>
      <ActionMenu
        label="Export"
        icon={<Download />}
        actions={[
          { label: 'As SVG', run: () => withSpan(saveSvg) },
          { label: 'As PNG', run: () => withSpan(savePng) },
          { label: 'As PDF on A4', run: () => pdf('A4') },
          { label: 'As PDF on A3', run: () => pdf('A3') },
        ]}
      />
      <ActionMenu
        label="Print"
        icon={<Printer />}
        actions={[
          { label: 'On A4', run: () => withSpan((made) => printPages(made, 'A4')) },
          { label: 'On A3', run: () => withSpan((made) => printPages(made, 'A3')) },
        ]}
      />
    </>
  );
}

type ActionMenuProps = {
  label: string;
  icon: ReactNode;
  actions: readonly { label: string; run: () => Promise<void> }[];
};

function ActionMenu({ label, icon, actions }: ActionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setBusy] = useState(false);
  const pick = async (run: () => Promise<void>) => {
    setAnchor(null);
    setBusy(true);
    await run();
    setBusy(false);
  };
  return (
    <>
      <Button
        startIcon={icon}
        loading={isBusy}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': label } }}
      >
        {actions.map((action) => (
          <MenuItem key={action.label} onClick={() => void pick(action.run)}>
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
