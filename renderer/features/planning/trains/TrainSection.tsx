import { useState } from 'react';
import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { Person } from '../../../components/Person.tsx';
import { RowMenu } from '../../../components/RowMenu.tsx';
import { Section } from '../../../components/Section.tsx';
import type { DepartureView, TrainView } from '#shared/model/planning/train-views.ts';
import { DepartureTable } from './DepartureTable.tsx';
import { ShiftDialog } from './ShiftDialog.tsx';
import styles from './trains.module.css';
import { useTrains } from './use-trains.ts';

type TrainSectionProps = { train: TrainView; now: string; onEdit: () => void };

/** One train: how often it departs, what it carries, its next departures. */
export function TrainSection({ train, now, onEdit }: TrainSectionProps) {
  const hand = useTrains();
  const services = useProcedure('services.list', {}).data ?? [];
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const [count, setCount] = useState('3');
  const [shifting, setShifting] = useState<DepartureView | null>(null);
  const owner = people.find(({ id }) => id === train.ownerId);
  const carried = services.filter(({ id }) => train.serviceIds.includes(id));
  return (
    <Section
      title={train.name}
      note={train.cadence}
      actions={
        <>
          <Button size="small" startIcon={<Pencil />} onClick={onEdit}>
            Edit
          </Button>
          <RowMenu
            name={train.name}
            actions={[{ label: 'Take the train out', run: () => void hand.remove(train) }]}
          />
        </>
      }
    >
      <p className={styles['carries']}>
        {owner !== undefined && <Person name={owner.name} />}
        <bdi>
          {carried.length === 0
            ? 'Carries no service yet'
            : `Carries ${carried.map(({ name }) => name).join(', ')}`}
        </bdi>
      </p>
      <DepartureTable
        train={train}
        now={now}
        onLeaveOut={(departure) => void hand.leaveOut(train, departure)}
        onShift={setShifting}
        onPassOn={(releaseId) => void hand.passOn(releaseId)}
      />
      <form
        className={styles['generate']}
        aria-label={`Generate releases of ${train.name}`}
        onSubmit={(event) => {
          event.preventDefault();
          void hand.generate(train, Math.min(52, Math.max(1, Number(count) || 1)));
        }}
      >
        <Button type="submit" loading={hand.busy}>
          Generate the next
        </Button>
        <NumberInput
          label="How many"
          width={64}
          unit="releases"
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
      </form>
      {shifting?.release && (
        <ShiftDialog
          train={train}
          release={shifting.release}
          now={now}
          onClose={() => setShifting(null)}
        />
      )}
    </Section>
  );
}
