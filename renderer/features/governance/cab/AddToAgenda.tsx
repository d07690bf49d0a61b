import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Section } from '../../../components/Section.tsx';
import type { MeetingHand } from './use-meeting.ts';
import styles from './cab.module.css';

type AddToAgendaProps = { items: readonly AgendaItem[]; hand: MeetingHand };

/** Anything else: a release that was not proposed, or a point of its own. */
export function AddToAgenda({ items, hand }: AddToAgendaProps) {
  const [title, setTitle] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [releaseId, setReleaseId] = useState('');
  const open = useProcedure('releases.list', { which: 'open', limit: 500 }).data?.releases;
  const options = useMemo(() => {
    const there = new Set(
      items
        .filter(({ state }) => state !== 'decided' && state !== 'moved')
        .map((item) => item.releaseId),
    );
    return (open ?? [])
      .filter(({ id }) => !there.has(id))
      .map(({ id, name }) => ({ value: id, label: name }));
  }, [open, items]);
  const addPoint = async () => {
    const refused = await hand.addOther(title);
    setRefusal(refused ?? undefined);
    if (refused === null) setTitle('');
  };
  return (
    <Section title="Add to the agenda">
      <form
        className={styles['add']}
        aria-label="Add a release to the agenda"
        onSubmit={(event) => {
          event.preventDefault();
          if (releaseId !== '') void hand.addRelease(releaseId).then(() => setReleaseId(''));
        }}
      >
        <SelectInput
          label="A release"
          none="Choose a release"
          value={releaseId}
          options={options}
          onChange={(event) => setReleaseId(event.target.value)}
        />
        <Button type="submit" disabled={releaseId === ''}>
          Add
        </Button>
      </form>
      <form
        className={styles['add']}
        aria-label="Add a point to the agenda"
        onSubmit={(event) => {
          event.preventDefault();
          void addPoint();
        }}
      >
        <TextInput
          label="Another point"
          placeholder="Freeze at the end of the quarter"
          value={title}
          error={refusal}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          Add
        </Button>
      </form>
    </Section>
  );
}
