import type { CapacityView } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';

const mostNamed = 4;

/** `QA lead in the week of Mon 30 Nov (6 of 5 d), …`; empty where all fits. */
export function overInWords({ roles, people, today }: CapacityView): string {
  const found = [...roles, ...people].flatMap(({ name, weeks }) =>
    weeks
      .filter(({ over }) => over)
      .map(({ weekOn, committed, available }) => {
        const week = `in the week of ${formatDate(weekOn, today)}`;
        return `${name} ${week} (${committed} of ${available} d)`;
      }),
  );
  const rest = found.length - mostNamed;
  const named = found.slice(0, mostNamed).join(', ');
  return rest > 0 ? `${named}, and ${rest} more` : named;
}
