import type { Context, Handlers } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Output } from '#shared/contract/index.ts';
import { checklistWaiting } from '#shared/rules/reports/checklist-waiting.ts';
import { exceptionItems } from '#shared/rules/reports/exceptions.ts';
import { mentionItems } from '#shared/rules/reports/mentions.ts';
import { lessonsWaiting } from '#shared/rules/reports/lessons-waiting.ts';
import { waitingFor } from '#shared/rules/reports/today.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { itemsAcross } from '../../governance/checklists/index.ts';
import { exceptionsFor } from '../../governance/exceptions/index.ts';
import { lessonsDue } from '../../learning/lessons/index.ts';
import { unreadMentions } from '../../workspace/comments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { changesSince } from './changes.ts';
import { openReleases } from './open-releases.ts';
import type { OpenReleases } from './open-releases.ts';

const mostNext = 5;
const mostOnWall = 8;
const dayMs = 86_400_000;

export const today: Handlers<'today.get' | 'today.wall' | 'today.looked'> = {
  'today.get': (_input, context) => getToday(context),
  'today.wall': (_input, context) => getWall(context),

  'today.looked': (_input, { store, platform, now, requireActor }) => {
    const settings = platform.settings.read();
    const looked = { ...settings.looked, [keyOf(store.workspaceId, requireActor())]: now };
    platform.settings.write({ ...settings, looked });
    return { at: iso(now) };
  },
};

function getToday(context: Context): Output<'today.get'> {
  const { store, now, platform } = context;
  const { zone } = readWorkspace(store);
  const personId = context.actorId();
  const names = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const { summaries, releases, running } = openReleases(store, now);
  const ids = summaries.map(({ id }) => id);
  const since =
    personId === null
      ? undefined
      : platform.settings.read().looked?.[keyOf(store.workspaceId, personId)];
  return {
    day: dateIn(iso(now), zone),
    waiting:
      personId === null
        ? []
        : [
            ...waitingFor(releases, { personId, names, now: iso(now), zone }),
            ...exceptionItems(exceptionsFor(context, personId), { names, now: iso(now), zone }),
            ...checklistWaiting(itemsAcross(context, false, ids), dateIn(iso(now), zone)),
            ...lessonsWaiting(
              lessonsDue(store, personId, dateIn(iso(now), zone)),
              dateIn(iso(now), zone),
            ),
            ...mentionItems(unreadMentions(store, personId), { names, now: iso(now), zone }),
          ],
    next: nextOf(summaries),
    since: since === undefined ? null : iso(since),
    changes: changesSince(store, since ?? now - dayMs, personId),
    deployments: running,
    incidents: incidentsOf(releases),
  };
}

function getWall({ store, now }: Context): Output<'today.wall'> {
  const { summaries, releases, running } = openReleases(store, now);
  return {
    day: dateIn(iso(now), readWorkspace(store).zone),
    next: nextOf(summaries),
    changes: changesSince(store, now - dayMs, null).slice(0, mostOnWall),
    deployments: running,
    incidents: incidentsOf(releases),
  };
}

function nextOf(summaries: OpenReleases['summaries']): Output<'today.get'>['next'] {
  return summaries.filter(({ startAt }) => startAt !== null).slice(0, mostNext);
}

/** Those that are not resolved. */
function incidentsOf(releases: OpenReleases['releases']): Output<'today.get'>['incidents'] {
  return releases.flatMap(({ id: releaseId, name: release, incidents }) =>
    incidents
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ id, title, severity, detectedAt }) => ({
        ...{ id, releaseId, release, title, severity, detectedAt },
      })),
  );
}

function keyOf(workspaceId: string, personId: string): string {
  return `${workspaceId} ${personId}`;
}
