import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronDown } from 'lucide-react';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { useScreenCommands } from '../../../../state/screen-commands.ts';
import type { ScreenCommand } from '../../../../state/screen-commands.ts';
import { EmergencyCab } from '../../../governance/cab/index.ts';
import { MoveTogetherDialog } from '../../moves/index.ts';
import { SaveAsTemplate } from '../../templates/index.ts';
import { phaseWords } from '../phase-words.ts';
import type { Release, ReleasePage } from '../release-page.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { CopyDialog } from './CopyDialog.tsx';
import { PostponeDialog } from './PostponeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useLife } from './use-life.ts';

type Asked =
  'emergency' | 'copy' | 'template' | 'advance' | 'hold' | 'postpone' | 'move' | 'cancel' | 'close';

/** Where the release goes from here. What is refused says why and what to do, so nothing is greyed out. */
export function LifeMenu({ page }: { page: ReleasePage }) {
  const { release } = page;
  const life = useLife(release);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useMoveCommand(page.editable, setAsked);
  if (!page.mayWrite) return null;
  const ask = (what: Asked) => {
    setAnchor(null);
    setAsked(what);
  };
  const close = () => setAsked(null);
  const resume = () => {
    setAnchor(null);
    void life.resume();
  };
  const next = followingPhase(release.phase);
  return (
    <>
      <Button
        endIcon={<ChevronDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {page.editable ? 'Go on' : 'More'}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Where the release goes from here' } }}
      >
        {page.editable && <LifeItems release={release} ask={ask} onResume={resume} />}
        {page.editable && (
          <MenuItem onClick={() => ask('emergency')}>Hold an emergency CAB…</MenuItem>
        )}
        <MenuItem onClick={() => ask('copy')}>Copy to a new release…</MenuItem>
        <MenuItem onClick={() => ask('template')}>Save as template…</MenuItem>
      </Menu>
      {asked === 'advance' && next !== null && (
        <ReasonDialog
          title={`On to ${phaseWords[next]}`}
          about={`${phaseWords[release.phase]} is over then: its gates keep the evidence they passed with, and nothing re-opens them.`}
          action={`Go on to ${phaseWords[next]}`}
          onSend={life.advance}
          onClose={close}
        />
      )}
      {asked === 'hold' && (
        <ReasonDialog
          title="Put on hold"
          about="Until it is taken off hold the release goes on to no further phase."
          label="Why"
          action="Put on hold"
          onSend={life.hold}
          onClose={close}
        />
      )}
      {asked === 'cancel' && (
        <ReasonDialog
          danger
          title="Cancel the release"
          about="It is closed for good and stays readable. Its history keeps everything."
          label="Why"
          action="Cancel the release"
          onSend={life.cancel}
          onClose={close}
        />
      )}
      {asked === 'emergency' && <EmergencyCab page={page} onClose={close} />}
      {asked === 'copy' && <CopyDialog page={page} onClose={close} />}
      {asked === 'template' && <SaveAsTemplate release={release} onClose={close} />}
      {asked === 'postpone' && <PostponeDialog page={page} send={life.postpone} onClose={close} />}
      {asked === 'move' && <MoveTogetherDialog page={page} onClose={close} />}
      {asked === 'close' && <CloseDialog page={page} send={life.close} onClose={close} />}
    </>
  );
}

/** The palette offers what is asked for most while plans shift. */
function useMoveCommand(editable: boolean, ask: (what: Asked) => void): void {
  const commands = useMemo(
    (): ScreenCommand[] =>
      editable
        ? [
            {
              id: 'release.move',
              label: 'Move the release with everything behind it',
              run: () => ask('move'),
            },
            {
              id: 'release.emergency-cab',
              label: 'Hold an emergency CAB',
              key: 'E',
              run: () => ask('emergency'),
            },
          ]
        : [],
    [editable, ask],
  );
  useScreenCommands(commands);
}

/** The last phase is left by closing, not by going on. */
function followingPhase(phase: Phase): Phase | null {
  const next = phases[phases.indexOf(phase) + 1];
  return next === undefined || next === 'closed' ? null : next;
}

type LifeItemsProps = { release: Release; ask: (what: Asked) => void; onResume: () => void };

/** What can happen to a release that is not over. */
function LifeItems({ release, ask, onResume }: LifeItemsProps) {
  const next = followingPhase(release.phase);
  return [
    next !== null && (
      <MenuItem key="advance" onClick={() => ask('advance')}>
        On to {phaseWords[next]}…
      </MenuItem>
    ),
    release.onHold ? (
      <MenuItem key="resume" onClick={onResume}>
        Take off hold
      </MenuItem>
    ) : (
      <MenuItem key="hold" onClick={() => ask('hold')}>
        Put on hold…
      </MenuItem>
    ),
    <MenuItem key="postpone" onClick={() => ask('postpone')}>
      Postpone…
    </MenuItem>,
    <MenuItem key="move" onClick={() => ask('move')}>
      Move with everything behind it…
    </MenuItem>,
    <MenuItem key="close" onClick={() => ask('close')}>
      Close…
    </MenuItem>,
    <MenuItem key="cancel" onClick={() => ask('cancel')}>
      Cancel the release…
    </MenuItem>,
  ];
}
