import { dateIn, formatDate, zoneName } from '../zoned-time.ts';
import type { Clash, HolidayCalendarFacts, Judged, Placed } from './ground.ts';

const stopsNothing = 'It stops nothing, and needs no exception.';

type Day = { date: string; placed: Placed };

/** The days of the calendar the deployments lie on, each once for each zone's date. */
function daysOf(placed: readonly Placed[]): Day[] {
  return placed.flatMap((each) => {
    const at = (ms: number) => dateIn(new Date(ms).toISOString(), each.zone);
    // What ends at midnight has nothing of the day that begins then.
    const dates = new Set([at(each.from), at(Math.max(each.from, each.to - 1))]);
    return [...dates].map((date) => ({ date, placed: each }));
  });
}

/** The owner, and those only who can fill a place of an open gate, when they are away. */
export function absent(placed: readonly Placed[], { away }: Judged): Clash[] {
  const days = away.length === 0 ? [] : daysOf(placed);
  return away.flatMap((each): Clash[] => {
    const hit = days.filter(({ date }) => date >= each.firstOn && date <= each.lastOn);
    const [first] = hit;
    if (first === undefined) return [];
    const isOwner = each.as === 'owner';
    const { firstOn, lastOn, name, deputy, seats } = each;
    return [
      {
        key: isOwner ? 'owner-absent' : 'approver-absent',
        severity: 'warning',
        subject: { kind: 'person', id: each.personId, name },
        places: [...new Set(hit.map((day) => day.placed.environment))],
        times: null,
        zone: first.placed.zone,
        words: () => {
          const last = firstOn === lastOn ? '' : ` – ${formatDate(lastOn, first.date)}`;
          const who = isOwner ? `${name}, the owner,` : name;
          const sits = isOwner ? '' : ` and is asked as ${seats}`;
          const standsIn = deputy === null ? 'Nobody stands in.' : `${deputy} stands in.`;
          return {
            what: `${who} is away ${formatDate(firstOn, first.date)}${last}${sits}. ${standsIn}`,
            scope: '',
            rule: isOwner
              ? 'The owner of a release is there when it is deployed.'
              : 'Those who decide on a release are there when it is deployed.',
            override: stopsNothing,
            arithmetic: null,
          };
        },
      },
    ];
  });
}

/** Holidays in the calendars of the owner and of the services. */
export function onHolidays(placed: readonly Placed[], { calendars }: Judged): Clash[] {
  const days = calendars.length === 0 ? [] : daysOf(placed);
  return calendars.flatMap((calendar) =>
    days.flatMap(({ date, placed: { environment, zone } }): Clash[] => {
      const name = calendar.holidays.get(date);
      if (name === undefined) return [];
      return [
        {
          key: 'public-holiday',
          severity: 'warning',
          subject: { kind: 'calendar', id: calendar.id, name: calendar.name },
          places: [environment],
          times: null,
          zone,
          words: () => words(calendar, name, date, zone),
        },
      ];
    }),
  );
}

function words(
  { name, region, of }: HolidayCalendarFacts,
  holiday: string,
  date: string,
  zone: string,
) {
  return {
    what: `${formatDate(date, date)} (${zoneName(zone)}) is ${holiday} in the calendar ${name}, which ${of}.`,
    scope: region,
    rule: 'On a public holiday fewer people are there to help.',
    override: stopsNothing,
    arithmetic: null,
  };
}
