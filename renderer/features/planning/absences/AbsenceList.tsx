import { Fragment, useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { ChevronDown, ChevronRight, Pencil, X } from 'lucide-react';
import type { Absence } from '#shared/model/planning/bookings.ts';
import { absenceKindWords, daysInWords } from '#shared/rules/planning/capacity/absences.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Person } from '../../../components/Person.tsx';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Names } from '../releases/index.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import styles from './absences.module.css';

type AbsenceListProps = {
  absences: readonly Absence[];
  names: Names;
  /** Of one person the days are the title, of several the names. */
  ofOne?: boolean;
  /** What the one that was saved last leaves open stands under it. */
  savedId?: string | null;
};

/** Absences that are changed and taken back where they stand. */
export function AbsenceList({ absences, names, ofOne = false, savedId = null }: AbsenceListProps) {
  const today = useNow().slice(0, 10);
  const [edited, setEdited] = useState<Absence | null>(null);
  const [open, setOpen] = useState<{ id: string; isOpen: boolean } | null>(null);
  const isOpen = (id: string) => (open?.id === id ? open.isOpen : id === savedId);
  const { run } = useCommand('absences.remove');
  const remove = async ({ id, personId }: Absence) => {
    const answer = await run({ id });
    if (answer.ok) {
      showToast({ text: `Absence of ${names.person(personId)} taken back`, undo: undoOf(answer) });
    } else showToast({ text: answer.error.message, tone: 'failed' });
  };
  return (
    <>
      <PanelList label="Absences">
        {absences.map((absence) => {
          const { id, personId, kind, deputyId, note } = absence;
          const days = daysInWords(absence, today);
          const name = names.person(personId);
          const deputy =
            deputyId === null ? 'Nobody stands in' : `${names.person(deputyId)} stands in`;
          const rest = [...(ofOne ? [] : [days]), deputy, ...(note === '' ? [] : [note])];
          return (
            <Fragment key={id}>
              <PanelRow
                lead={ofOne ? undefined : <Person discOnly name={name} />}
                title={<bdi>{ofOne ? days : name}</bdi>}
                beside={absenceKindWords[kind]}
                note={<bdi>{rest.join(' · ').slice(0, 300)}</bdi>}
                end={
                  <span className={styles['buttons']}>
                    <IconButton
                      aria-label={`What the absence of ${name}, ${days}, leaves open`}
                      title="What it leaves open"
                      aria-expanded={isOpen(id)}
                      onClick={() => setOpen({ id, isOpen: !isOpen(id) })}
                    >
                      {isOpen(id) ? <ChevronDown /> : <ChevronRight />}
                    </IconButton>
                    <IconButton
                      aria-label={`Change the absence of ${name}, ${days}`}
                      title="Change"
                      onClick={() => setEdited(absence)}
                    >
                      <Pencil />
                    </IconButton>
                    <IconButton
                      aria-label={`Take back the absence of ${name}, ${days}`}
                      title="Take back"
                      onClick={() => void remove(absence)}
                    >
                      <X />
                    </IconButton>
                  </span>
                }
              />
              {isOpen(id) && <LeftOpen absence={absence} names={names} />}
            </Fragment>
          );
        })}
      </PanelList>
      {edited !== null && (
        <AbsenceDialog
          absence={edited}
          names={names}
          onSaved={(id) => setOpen({ id, isOpen: true })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
