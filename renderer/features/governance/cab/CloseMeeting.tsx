import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { leftOver, stateWhenLeft } from '#shared/rules/governance/cab/turns.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { counted } from './cab-words.ts';
import styles from './cab.module.css';

type CloseMeetingProps = {
  meeting: CabMeeting;
  items: readonly AgendaItem[];
  next: Output<'cab.agenda'>['next'];
  onClose: () => void;
};

/** Closes a meeting, and asks where each item goes that was not dealt with. */
export function CloseMeeting({ meeting, items, next, onClose }: CloseMeetingProps) {
  const close = useCommand('cab.close');
  const now = useNow();
  const left = leftOver(items.map(asLeft));
  const usual = next[0]?.id ?? '';
  const [places, setPlaces] = useState<Record<string, string>>({});
  const placeOf = (id: string) => places[id] ?? usual;
  const options = [
    ...next.map(({ id, title, startsAt }) => ({
      value: id,
      label: `${title}, ${whenText(startsAt, meeting.zone, now)}`,
    })),
    { value: '', label: 'Back to what waits for the board' },
  ];
  const send = async () => {
    const rest = left.map(({ id }) => ({ itemId: id, moveToId: placeOf(id) || null }));
    const answer = await close.run({ meetingId: meeting.id, rest });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `${meeting.title} is closed; its minutes can be saved` });
    return null;
  };
  return (
    <FormDialog
      title={`Close ${meeting.title}`}
      action="Close the meeting"
      onSend={send}
      onClose={onClose}
    >
      {left.length === 0 ? (
        <p className={styles['quiet']}>
          Every item was dealt with. The clocks stop, and the minutes stay as they are; their
          wording can still be mended.
        </p>
      ) : (
        <>
          <p className={styles['quiet']}>
            {counted(left.length, 'item')} {left.length === 1 ? 'was' : 'were'} not dealt with.
            Nothing is dropped: say where each goes.
          </p>
          {left.map(({ id, title }) => (
            <SelectInput
              key={id}
              label={title}
              value={placeOf(id)}
              options={options}
              onChange={(event) => setPlaces({ ...places, [id]: event.target.value })}
            />
          ))}
        </>
      )}
    </FormDialog>
  );
}

/** The open item is left when the meeting closes, and what it has come to counts. */
function asLeft(item: AgendaItem): AgendaItem {
  return item.state === 'open' ? { ...item, state: stateWhenLeft(item, item.gates) } : item;
}
