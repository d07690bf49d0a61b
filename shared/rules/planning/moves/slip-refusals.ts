import { isPlannable } from '#shared/model/primitives.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { refuseOver } from '../life.ts';
import type { Hold } from './slip-holds.ts';
import type { SlipDeployment, SlipRelease } from './slip-network.ts';
import { leadOf } from './slip-span.ts';
import { formatInFull, formatWhen } from '../zoned-time.ts';

/** The deployment a release is led by when somebody moves it; refuses what cannot be moved so. */
export function requireLead(release: SlipRelease, toAt: string, now: string): SlipDeployment {
  refuseOver(release);
  const begun = firstBegun(release);
  if (begun !== null) {
    throw new Refusal(
      'precondition_failed',
      `${release.name} began ${formatInFull(begun.at, begun.zone)}, so it is not moved any more. Move a single deployment that is still ahead in the calendar.`,
    );
  }
  const lead = leadOf(release);
  if (lead === null) {
    throw new Refusal(
      'precondition_failed',
      `${release.name} has no deployment ahead to move. Plan one on its page first.`,
    );
  }
  const planned = formatInFull(toAt, lead.zone);
  if (Date.parse(toAt) === Date.parse(lead.startAt)) {
    throw refusedStart(
      `${release.name} is planned for ${planned} already. Choose another day or time.`,
      'is when it starts already',
    );
  }
  if (Date.parse(toAt) < Date.parse(now)) {
    throw refusedStart(
      `${planned} lies in the past, so ${release.name} cannot be planned for it. Choose a day ahead.`,
      'lies in the past',
    );
  }
  return lead;
}

/** The chosen start lies before what the release itself waits for. */
export function refuseEarly(release: SlipRelease, holds: readonly Hold[], toAt: string): void {
  const lead = leadOf(release);
  const [hold] = holds.filter(({ earliest }) => earliest > toAt);
  if (hold === undefined || lead === null) return;
  const first = formatInFull(hold.earliest, lead.zone);
  throw refusedStart(
    `${release.name} waits for ${hold.what}, so it can start ${first} at the earliest, not ${formatInFull(toAt, lead.zone)}. Choose a later start, move ${hold.name} first, or mark the dependency as met.`,
    `is before ${hold.earliest}, when ${hold.name} lets it start`,
  );
}

/** What has begun stays, and nothing it waited for may be put behind it. */
export function refuseBehind(
  release: SlipRelease,
  holds: readonly Hold[],
  zone: string,
  now: string,
): void {
  const begun = firstBegun(release);
  if (begun === null) return;
  const hold = holds.find(({ moves, earliest }) => moves && earliest > begun.at);
  if (hold === undefined) return;
  throw new Refusal(
    'precondition_failed',
    `${release.name} began ${formatWhen(begun.at, zone, now)} and waits for ${hold.what}, so this would put ${hold.name} behind what is under way. Mark the dependency as met or take it out, if it no longer holds.`,
  );
}

/** Of all that moves, nothing is put where nothing can happen any more, nor beyond what can be planned. */
export function refuseOutOfReach(
  release: SlipRelease,
  starts: ReadonlyMap<string, string>,
  now: string,
): void {
  for (const { id, place, startAt, zone } of release.deployments) {
    const at = starts.get(id) ?? startAt;
    const day = formatInFull(at, zone);
    if (!isPlannable(at)) {
      throw refusedStart(
        `The deployment of ${release.name} to ${place} would come to lie on ${day}, which is not between 2000 and 2199. Choose a nearer day.`,
        'moves a deployment out of the years 2000 to 2199',
      );
    }
    // One that is overdue may come nearer.
    if (Date.parse(at) >= Date.parse(now) || Date.parse(at) >= Date.parse(startAt)) continue;
    throw refusedStart(
      `${day} lies in the past, so the deployment of ${release.name} to ${place} cannot be planned for it. Choose a later start, or move that deployment in the calendar first.`,
      'moves a deployment into the past',
    );
  }
}

/** When the first deployment that counts began. */
export function firstBegun({ deployments }: SlipRelease): { at: string; zone: string } | null {
  const begun = deployments.flatMap(({ counts, actualStartAt, zone }) =>
    counts && actualStartAt !== null ? [{ at: actualStartAt, zone }] : [],
  );
  return begun.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}

function refusedStart(message: string, startAt: string): Refusal {
  return new Refusal('precondition_failed', message, { start: startAt });
}
