import { useState } from 'react';
import Button from '@mui/material/Button';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { allowNotifications, notifierState } from '../../../state/notifier.ts';
import type { NotifierState } from '../../../state/notifier.ts';
import styles from './settings.module.css';

const choices = [
  { value: '', label: 'Never' },
  { value: '2', label: '2 hours before' },
  { value: '8', label: '8 hours before' },
  { value: '24', label: '1 day before' },
  { value: '48', label: '2 days before' },
  { value: '72', label: '3 days before' },
  { value: '168', label: '1 week before' },
];

const permissionWords: Record<NotifierState, string> = {
  granted: 'Notifications are allowed.',
  default: 'Notifications have not been allowed yet.',
  denied:
    'Notifications are refused for this address. Allow them in the settings of the browser or of the system; until then decisions that are due stand on Today alone.',
  unsupported:
    'This host shows no notifications. Decisions that are due stand on Today, with their day.',
};

/** When this device reminds whoever works here of decisions that are asked of them. */
export function ReminderSection() {
  const reminders = useProcedure('approvals.reminders', {});
  const set = useCommand('approvals.setReminders');
  const [permission, setPermission] = useState(notifierState);
  const hours = reminders.data?.hoursBefore ?? null;
  const choose = async (value: string) => {
    const hoursBefore = value === '' ? null : Number(value);
    // The browser asks only right after a click, so before anything is waited for.
    const asked = hoursBefore !== null && permission === 'default' ? allowNotifications() : null;
    const answer = await set.run({ hoursBefore });
    if (answer.ok) showToast({ text: hoursBefore === null ? 'No reminders' : 'Reminders set' });
    if (asked !== null) setPermission(await asked);
  };
  return (
    <Section title="Reminders" note="for you, on this device">
      <Panel padded>
        {reminders.isError && (
          <ErrorPanel
            {...errorParts('The reminders could not be read', reminders.error)}
            onRetry={() => void reminders.refetch()}
          />
        )}
        {reminders.data && (
          <div className={styles['rules']}>
            <SelectInput
              label="Remind me of a decision"
              width={220}
              value={hours === null ? '' : String(hours)}
              options={withChosen(hours)}
              help="Counted back from the end of the day it is needed by. It is told once, by a notification of the desktop, while Slipway is open."
              error={set.error?.message}
              onChange={({ target }) => void choose(target.value)}
            />
            {hours !== null && (
              <p className={styles['quiet']} role="status">
                {permissionWords[permission]}
              </p>
            )}
            {hours !== null && permission === 'default' && (
              <Button
                size="small"
                className={styles['button']}
                onClick={() => void allowNotifications().then(setPermission)}
              >
                Allow notifications
              </Button>
            )}
          </div>
        )}
      </Panel>
    </Section>
  );
}

/** Hours set from the command line may be none of the choices. */
function withChosen(hours: number | null) {
  if (hours === null || choices.some(({ value }) => value === String(hours))) return choices;
  return [...choices, { value: String(hours), label: `${hours} hours before` }];
}
