import type { Input, Output } from '#shared/contract/index.ts';
import { backupPaces } from '#shared/model/workspace/backups.ts';
import type { BackupPace } from '#shared/model/workspace/backups.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { whenText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import styles from './settings.module.css';
import { sizeInWords } from './size-words.ts';

type Schedule = Output<'backups.schedule'>;

const paceWords: Record<BackupPace, string> = {
  never: 'Never, only when asked',
  hour: 'Every hour',
  day: 'Every day',
  week: 'Every week',
};
const paces = backupPaces.map((value) => ({ value, label: paceWords[value] }));

/** Backups that this device makes by itself while the workspace is open here. */
export function BackupSchedule({ zone }: { zone: string }) {
  const schedule = useProcedure('backups.schedule', {});
  return (
    <Section title="Scheduled backups" note="on this device, while the workspace is open">
      <Panel padded>
        {schedule.isError && (
          <ErrorPanel
            {...errorParts('The schedule could not be read', schedule.error)}
            onRetry={() => void schedule.refetch()}
          />
        )}
        {schedule.isPending && <SkeletonRows what="the schedule" rows={2} />}
        {schedule.data && <ScheduleFields schedule={schedule.data} zone={zone} />}
      </Panel>
    </Section>
  );
}

function ScheduleFields({ schedule, zone }: { schedule: Schedule; zone: string }) {
  const now = useNow();
  const set = useCommand('backups.setSchedule');
  const make = useCommand('backups.makeDue');
  const { every, keep, folder, kept, nextAt, failed } = schedule;

  async function change(input: Input<'backups.setSchedule'>) {
    const answer = await set.run(input);
    // The first one is made at once: people see that it works, and where it goes.
    if (answer.ok && input.every !== undefined) void make.run({});
    return answer.ok ? null : answer.error;
  }

  return (
    <div className={styles['stack']}>
      {failed !== null && (
        <ErrorPanel
          what={`The backup of ${whenText(failed.at, zone, now)} was not made`}
          why={failed.message}
          onRetry={() => void make.run({})}
        />
      )}
      <div className={styles['schedule']}>
        <SelectInput
          label="How often"
          width={220}
          options={paces}
          value={every}
          onChange={({ target }) => {
            const pace = backupPaces.find((known) => known === target.value);
            if (pace !== undefined) void change({ every: pace });
          }}
        />
        {every !== 'never' && (
          <SavedField
            kind="number"
            label="How many are kept"
            width={90}
            value={String(keep)}
            save={(typed) => change({ keep: typed.trim() === '' ? NaN : Number(typed) })}
          />
        )}
      </div>
      {every !== 'never' && (
        <>
          <SavedField
            label="Folder"
            mono
            value={folder}
            help="An existing folder, best on another disk. Left empty, they lie beside the workspace."
            save={(typed) => change({ folder: typed.trim() === '' ? null : typed })}
          />
          <p className={styles['quiet']}>{nextInWords(nextAt, zone, now)}</p>
        </>
      )}
      {kept.length > 0 && (
        <ul className={styles['kept']} aria-label="Backups that are kept">
          {kept.map(({ path, at, bytes }) => (
            <li key={path}>
              <span>{whenText(at, zone, now)}</span>
              <span className={styles['quiet']}>{sizeInWords(bytes)}</span>
              <bdi dir="ltr" className={styles['mono']} title={path}>
                {path.split(/[\\/]/).at(-1)}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function nextInWords(nextAt: string | null, zone: string, now: string): string {
  if (nextAt === null) return '';
  if (nextAt <= now) return 'The next one is made as soon as something changes.';
  return `The next one is due ${whenText(nextAt, zone, now)}, if something changed by then.`;
}
