import Button from '@mui/material/Button';
import { ListPlus, Plus } from 'lucide-react';
import type { AgendaProposal } from '#shared/model/governance/cab-views.ts';
import { Section } from '../../../components/Section.tsx';
import type { MeetingHand } from './use-meeting.ts';
import styles from './cab.module.css';

type ProposalsProps = { proposed: readonly AgendaProposal[]; hand: MeetingHand };

/** What waits for the board and is on no agenda yet, each with why it is proposed. */
export function Proposals({ proposed, hand }: ProposalsProps) {
  if (proposed.length === 0) return null;
  return (
    <Section
      title="Waits for the board"
      note={proposed.length}
      actions={
        <Button size="small" startIcon={<ListPlus />} onClick={() => void hand.add(proposed)}>
          Add all
        </Button>
      }
    >
      <ul className={styles['agenda']} aria-label="Waits for the board">
        {proposed.map((proposal) => (
          <li key={proposal.release.id} className={styles['line']}>
            <div className={styles['lineMain']}>
              <bdi className={styles['proposed']} title={proposal.release.name}>
                {proposal.release.name}
              </bdi>
              <span className={styles['why']}>{proposal.why}</span>
            </div>
            <Button
              size="small"
              startIcon={<Plus />}
              aria-label={`Add ${proposal.release.name} to the agenda`}
              onClick={() => void hand.add([proposal])}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
