import type { WeekLoad } from '#shared/model/planning/bookings.ts';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Status } from '../../../components/Status.tsx';
import type { CommitStart } from './CommitDialog.tsx';
import styles from './capacity.module.css';

type WeekOutlookProps = {
  weekOn: string;
  roleKey: string;
  personId: string;
  added: number;
  /** What is promised already and would be changed. */
  before: CommitStart | null;
};

/** What the first week comes to with the days that are being typed. */
export function WeekOutlook({ weekOn, roleKey, personId, added, before }: WeekOutlookProps) {
  const from = weekOn === '' ? '' : mondayOf(weekOn);
  const asked = useProcedure(
    'capacity.get',
    { from, weeks: 1 },
    { enabled: from !== '' && roleKey !== '', keepPrevious: true },
  ).data;
  const loadOf = (name: string | undefined, load: WeekLoad | undefined, wasTheirs: boolean) => {
    if (name === undefined || load === undefined || load.weekOn !== from) return [];
    const taken = before !== null && wasTheirs && before.weekOn === from ? before.days : 0;
    return [{ name, available: load.available, committed: load.committed - taken + added }];
  };
  const role = asked?.roles.find(({ key }) => key === roleKey);
  const person = asked?.people.find((each) => each.personId === personId);
  const lines = [
    ...loadOf(role?.name, role?.weeks[0], before?.roleKey === roleKey),
    ...loadOf(person?.name, person?.weeks[0], before?.personId === personId),
  ];
  return (
    <div role="status" className={styles['outlook']}>
      {lines.map(({ name, available, committed }) => {
        const over = committed > available;
        return (
          <p key={name}>
            <Status
              kind={over ? 'failed' : 'passed'}
              variant="plain"
              label={over ? `Over-booked by ${committed - available} d` : 'Fits'}
            />
            <span>
              <bdi>{name}</bdi>: {committed} of {available} d that week
            </span>
          </p>
        );
      })}
    </div>
  );
}
