import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from './release-page.ts';
import styles from './release-header.module.css';

/** The gates that wait for a decision, one's own first; picking one opens it with its form. */
export function DecideMenu({ page }: { page: ReleasePage }) {
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const releaseId = page.release.id;
  const gates = useProcedure('gates.list', { releaseId }).data ?? [];
  const open = undecided(gates, page.actingId);
  if (!page.editable || page.release.phase === 'closed' || open.length === 0) return null;
  const pick = (gateId: string) => {
    setAnchor(null);
    void navigate({
      to: '/releases/$releaseId/$tab',
      params: { releaseId, tab: 'gates' },
      search: { sel: gateId },
    });
  };
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        endIcon={<ChevronDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Decide
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Gates that wait for a decision' } }}
      >
        {open.map(({ gate, isMine }) => (
          <MenuItem key={gate.id} onClick={() => pick(gate.id)}>
            <Status kind={gate.status} variant="icon" />
            <span className={styles['gateName']}>{gate.name}</span>
            <span className={styles['gateNote']}>{isMine ? 'your seat' : gate.phase}</span>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function undecided(
  gates: readonly GateView[],
  actingId: string | null,
): { gate: GateView; isMine: boolean }[] {
  return gates
    .filter((gate) => gate.check === 'decision' && gate.status !== 'passed')
    .map((gate) => ({
      gate,
      isMine: gate.seats.some((seat) => actingId !== null && seat.personIds.includes(actingId)),
    }))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine));
}
