import { useCallback } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import { firstDeployment } from '#shared/rules/planning/start.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import type { useNames } from '../../releases/index.ts';
import { isoOf } from './bar-words.ts';

type Names = ReturnType<typeof useNames>['names'];
type Environments = Names['environments'];

/** Asks for the deployments of a bar as the calendar knows them, with whether they can be moved. */
export function useBarEntries() {
  const ask = useAsk('calendar.range');
  return useCallback(
    async (bar: TimelineBar): Promise<Envelope<CalendarEntry[]>> => {
      const from = Math.min(...bar.deployments.map((each) => each.from));
      const to = Math.max(...bar.deployments.map((each) => Math.max(each.to, each.from + 1)));
      if (to < from) return { ok: true, value: [] };
      // The filter keeps an answer about a long release short where thousands lie beside it.
      const filter = { owners: [bar.ownerId], types: [bar.type] };
      const answer = await ask({ from: isoOf(from), to: isoOf(to), filter });
      if (!answer.ok) return answer;
      const own = answer.value.entries.filter(({ releaseId }) => releaseId === bar.releaseId);
      return { ok: true, value: own.map((entry) => ({ ...entry, readiness: null })) };
    },
    [ask],
  );
}

/** The deployment all that is ahead of a release is led by; undefined where nothing is. */
export function leadOf(
  entries: readonly (CalendarEntry & { environmentId?: string })[],
  environments: Environments,
): CalendarEntry | undefined {
  const kinds = new Map(environments.map(({ id, kind }) => [id, kind]));
  const ahead = entries
    .filter(({ movable }) => movable)
    .map((entry) => ({
      ...{ entry, id: entry.deploymentId, environmentId: entry.environmentId ?? '' },
      ...{ startAt: entry.startAt, zone: entry.zone, durationMinutes: 0, actualStartAt: null },
    }));
  return firstDeployment(ahead, kinds)?.entry;
}
