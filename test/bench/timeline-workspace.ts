import { readMigrations } from '#core/database/migrate.ts';
import { window } from '#core/database/schema/calendar.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { component, deployment, release, releasePhase } from '#core/database/schema/planning.ts';
import { environment, person, service } from '#core/database/schema/workspace.ts';
import { openStore } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { resourceFolder } from '#core/resources.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import type { WindowKind } from '#shared/model/planning/windows.ts';
import { buildSmall } from './big-workspace.ts';

const dayMs = 86_400_000;
/** Releases on their way at the same time: as many start each day as a big company has. */
const perDay = 40;
const servicesInAll = 250;

type Cast = { personId: string; serviceIds: string[]; environmentIds: string[] };

/**
 * A workspace with so many releases around a day, each with its phases, one or two services and two
 * deployments; every fiftieth waits for the one before it. Windows of each kind lie over them.
 */
export async function buildTimeline(folder: string, count: number, about: number): Promise<string> {
  const path = await buildSmall(folder, 'Timeline.slipway');
  const store = openStore({
    path,
    mode: 'write',
    deviceId: 'bench-device',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  const cast = store.transact('bench', null, (write) => addCast(write, about));
  const first = about - (count / perDay / 2) * dayMs;
  let before = '';
  for (let start = 0; start < count; start += 1_000) {
    store.transact('bench', null, (write) => {
      for (let n = start; n < Math.min(start + 1_000, count); n += 1) {
        before = addRelease(write, n, first + (n / perDay) * dayMs, cast, before);
      }
    });
  }
  store.close();
  return path;
}

function addCast(write: Write, about: number): Cast {
  const mara = write.insert(person, { name: 'Mara Okafor', email: '', roles: ['release-manager'] });
  const services = Array.from({ length: servicesInAll }, (_, n) =>
    write.insert(service, {
      ...{ name: `service-${String(n).padStart(3, '0')}`, criticality: 'medium', financial: false },
      ...{ ownerIds: [], versionScheme: { kind: 'semver' } },
    }),
  );
  const environments = (['staging', 'production'] as const).map((kind, n) =>
    write.insert(environment, { name: `${kind}-eu`, kind, region: 'eu', order: `a${n}` }),
  );
  const everywhere = {
    serviceIds: [],
    environmentIds: [],
    regions: [],
    authorityId: null,
    uid: '',
  };
  const at = (days: number, time: string) =>
    `${new Date(about + days * dayMs).toISOString().slice(0, 10)}T${time}`;
  const add = (kind: WindowKind, name: string, days: [number, number], recurrence = '') =>
    write.insert(window, {
      ...{ ...everywhere, kind, name, note: '', zone: 'Europe/London', recurrence },
      ...{ startWall: at(days[0], '17:00'), endWall: at(days[1], '08:00') },
    });
  add('soft-freeze', 'Weekend', [-700, -697], 'FREQ=WEEKLY;INTERVAL=2');
  add('hard-freeze', 'Year end', [-360, -350], 'FREQ=YEARLY');
  add('maintenance', 'Database', [-365, -364], 'FREQ=MONTHLY');
  return {
    personId: mara.id,
    serviceIds: services.map(({ id }) => id),
    environmentIds: environments.map(({ id }) => id),
  };
}

function addRelease(write: Write, n: number, at: number, cast: Cast, before: string): string {
  const { personId, serviceIds, environmentIds } = cast;
  const startAt = Math.round(at / 3_600_000) * 3_600_000;
  const { id: releaseId } = write.insert(release, {
    ...{ number: n + 1, name: `Release ${n} of ${n % 7} parts`, type: at5(n) },
    ...{ phase: 'planning', ownerId: personId, requesterId: personId, notes: '' },
    ...{ changeNumber: '', dataMigration: false, createdAt: startAt - 40 * dayMs },
  });
  for (let part = 0; part <= n % 2; part += 1) {
    const serviceId = serviceIds[(n * 7 + part * 31) % serviceIds.length] ?? '';
    write.insert(component, {
      releaseId,
      serviceId,
      version: `4.${n % 90}.0`,
      commit: null,
      artefact: null,
    });
  }
  environmentIds.forEach((environmentId, index) => {
    write.insert(deployment, {
      ...{ releaseId, environmentId, region: 'eu', zone: 'Europe/London', durationMinutes: 90 },
      startAt: startAt - (1 - index) * 3 * dayMs,
    });
  });
  (['planning', 'build', 'readiness'] as const).forEach((phase, index) => {
    const plannedOn = new Date(startAt - (14 - index * 5) * dayMs).toISOString().slice(0, 10);
    write.insert(releasePhase, { releaseId, phase, plannedOn, enteredAt: null });
  });
  if (n % 50 === 1) {
    write.insert(dependency, {
      ...{ releaseId, kind: 'release', title: '', targetReleaseId: before, ownerId: personId },
      ...{ state: 'open', neededOn: null, note: '' },
    });
  }
  return releaseId;
}

function at5(n: number) {
  return releaseTypes[n % releaseTypes.length] ?? 'minor';
}
