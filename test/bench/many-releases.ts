import { readMigrations } from '#core/database/migrate.ts';
import { checklistItem, gate, risk } from '#core/database/schema/governance.ts';
import {
  component,
  deployment,
  release,
  releasePhase,
  releaseRole,
  rollbackPlan,
} from '#core/database/schema/planning.ts';
import { environment, person, service } from '#core/database/schema/workspace.ts';
import { openStore } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { resourceFolder } from '#core/resources.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { askedGates } from '#shared/rules/governance/policy/asked-gates.ts';
import { planFromTemplate } from '#shared/rules/planning/templates/templates.ts';
import { shippedPolicy } from '#core/features/governance/policies/shipped.ts';
import { readTemplates } from '#core/features/planning/templates/shipped.ts';
import { buildSmall } from './big-workspace.ts';

const dayMs = 86_400_000;
const products = ['Payments', 'Checkout', 'Ledger', 'Identity', 'Search', 'Catalogue', 'Mobile'];

type Cast = { people: string[]; services: { id: string; name: string }[]; environmentId: string };

/**
 * A workspace with so many open releases, each with gates, checklist, roles and phases of its
 * template, as `releases.create` writes them; five hundred a transaction, for time.
 */
export async function buildMany(folder: string, count: number): Promise<string> {
  const path = await buildSmall(folder, 'Many.slipway');
  const store = openStore({
    path,
    mode: 'write',
    deviceId: 'bench-device',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  const cast = store.transact('bench', null, (write) => addCast(write));
  for (let start = 0; start < count; start += 500) {
    store.transact('bench', null, (write) => {
      for (let n = start; n < Math.min(start + 500, count); n += 1) addRelease(write, n, cast);
    });
  }
  store.close();
  return path;
}

function addCast(write: Write): Cast {
  const people = Array.from({ length: 24 }, (_, n) =>
    write.insert(person, {
      name: `Person ${n}`,
      email: '',
      roles: ['release-manager', 'qa-lead', 'development-lead', 'operations'].slice(n % 3),
    }),
  );
  const services = Array.from({ length: 12 }, (_, n) =>
    write.insert(service, {
      name: `service-${n}`,
      criticality: 'medium',
      financial: n === 3,
      ownerIds: [],
      versionScheme: { kind: 'semver' },
    }),
  );
  const { id } = write.insert(environment, {
    ...{ name: 'prod-eu', kind: 'production', region: 'eu-west-1', order: 'z' },
  });
  return { people: people.map((row) => row.id), services, environmentId: id };
}

function addRelease(write: Write, n: number, { people, services, environmentId }: Cast): void {
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index % list.length];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
  const type = at(releaseTypes, n);
  const template = readTemplates().find((each) => each.type === type);
  if (template === undefined) throw new Error(`no template of ${type}`);
  const startAt = Date.UTC(2027, 0, 4, 20) + n * (dayMs / 4);
  const startDate = new Date(startAt).toISOString().slice(0, 10);
  const plan = planFromTemplate({
    ...{ template, services: [], dataMigration: false, startDate, people: [] },
  });
  const { id: releaseId } = write.insert(release, {
    ...{ number: n + 1, name: `${at(products, n)} ${Math.floor(n / 7)}.${n % 7}`, type },
    ...{ phase: n % 3 === 0 ? 'build' : 'planning', ownerId: at(people, n * 7) },
    ...{ requesterId: at(people, n), notes: '', changeNumber: '', dataMigration: n % 11 === 0 },
    createdAt: startAt - 40 * dayMs,
  });
  for (let part = 0; part <= n % 2; part += 1) {
    const serviceId = at(services, n + part * 5).id;
    const version = `4.${n % 90}.${part}`;
    write.insert(component, { releaseId, serviceId, version, commit: null, artefact: null });
  }
  const zone = 'Europe/London';
  write.insert(deployment, {
    ...{ releaseId, environmentId, region: 'eu-west-1', startAt, zone, durationMinutes: 60 },
  });
  for (const { phase, plannedOn } of plan.phases) {
    write.insert(releasePhase, { releaseId, phase, plannedOn, enteredAt: null });
  }
  for (const { roleKey } of plan.roles) {
    write.insert(releaseRole, { releaseId, roleKey, personId: at(people, n + 3) });
  }
  const asked = askedGates(shippedPolicy('standard'), 'Policy “Standard”', {
    ...{ releaseType: type, band: 'medium', score: 6, standardChange: false },
    ...{ dataMigration: n % 11 === 0, services: [], environments: [], freezes: [], raisedBy: [] },
    hasRollbackPlan: n % 2 === 0,
  });
  for (const planned of asked) {
    write.insert(gate, { ...planned, releaseId, source: 'policy', policyName: 'Standard' });
  }
  for (const item of plan.checklist) {
    const open = { state: 'open', evidence: '', reason: '', setById: null, setAt: null } as const;
    write.insert(checklistItem, { ...item, releaseId, ...open });
  }
  write.insert(rollbackPlan, {
    ...{ releaseId, steps: n % 2 === 0 ? 'Switch back' : '', durationMinutes: null },
    ...{ pointOfNoReturn: '', rehearsedOn: null, rehearsalResult: '' },
  });
  write.insert(risk, {
    ...{ releaseId, title: 'Queues fill up', likelihood: (n % 5) + 1, impact: (n % 4) + 1 },
    ...{ mitigation: '', ownerId: null, state: 'open' },
  });
}
