import { and, desc, eq, isNull } from 'drizzle-orm';
import { rowOf } from '#core/database/plain-rows.ts';
import { parityAcceptance, parityCheck } from '#core/database/schema/parity.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ParityCheck } from '#shared/model/delivery/parity.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { countParity, keptRows, parityInWords } from '#shared/rules/delivery/parity/kept-parity.ts';
import type { Accepted } from '#shared/rules/delivery/parity/kept-parity.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Check = Plain<typeof parityCheck>;
export type Pair = Pick<Check, 'leftEnvironmentId' | 'rightEnvironmentId' | 'serviceId'>;

export function listChecks(store: Store): ParityCheck[] {
  const checks = store.orm
    .select()
    .from(parityCheck)
    .where(alive(parityCheck))
    .orderBy(desc(parityCheck.comparedAt), desc(parityCheck.id))
    .all();
  const accepted = Map.groupBy(
    store.orm.select().from(parityAcceptance).where(alive(parityAcceptance)).all(),
    pairKey,
  );
  const describe = describer(store);
  return checks.map((check) => {
    const acceptances = accepted.get(pairKey(check)) ?? [];
    return describe(check, keptRows(check.settings, acceptances.map(toAccepted)));
  });
}

export function getCheck(store: Store, id: string): Output<'parity.get'> {
  const check = requireCheck(store, id);
  const acceptances = store.orm
    .select()
    .from(parityAcceptance)
    .where(alive(parityAcceptance, ofPair(parityAcceptance, check)))
    .all();
  const rows = keptRows(check.settings, acceptances.map(toAccepted));
  const { leftFile, rightFile } = check;
  return { ...describer(store)(check, rows), leftFile, rightFile, rows };
}

export function requireCheck(store: Store, id: string): Check {
  const check = rowOf(store, parityCheck, id);
  if (check !== null) return check;
  throw new Refusal(
    'not_found',
    `There is no comparison of settings with the id ${id}. It may have been removed; reload the list and choose again.`,
  );
}

/** The salt of the pair, so that what was accepted is known again; null before its first comparison. */
export function saltOf(store: Store, pair: Pair): string | null {
  // Of a removed one as well: what was accepted outlives it.
  const found = store.orm
    .select({ salt: parityCheck.salt })
    .from(parityCheck)
    .where(ofPair(parityCheck, pair))
    .orderBy(desc(parityCheck.comparedAt), desc(parityCheck.id))
    .get();
  return found?.salt ?? null;
}

/** Ids of what was accepted of a setting of the pair. */
export function acceptancesOf(store: Store, pair: Pair, key: string): string[] {
  return store.orm
    .select({ id: parityAcceptance.id })
    .from(parityAcceptance)
    .where(alive(parityAcceptance, ofPair(parityAcceptance, pair), eq(parityAcceptance.key, key)))
    .all()
    .map(({ id }) => id);
}

function ofPair(table: typeof parityCheck | typeof parityAcceptance, pair: Pair) {
  const { leftEnvironmentId, rightEnvironmentId, serviceId } = pair;
  return and(
    eq(table.leftEnvironmentId, leftEnvironmentId),
    eq(table.rightEnvironmentId, rightEnvironmentId),
    serviceId === null ? isNull(table.serviceId) : eq(table.serviceId, serviceId),
  );
}

function pairKey({ leftEnvironmentId, rightEnvironmentId, serviceId }: Pair): string {
  return `${leftEnvironmentId} ${rightEnvironmentId} ${serviceId ?? ''}`;
}

function toAccepted(row: Plain<typeof parityAcceptance>): Accepted {
  const { id, key, leftHash, rightHash, reason, ownerId, acceptedAt, acceptedById } = row;
  return {
    ...{ id, key, leftHash, rightHash, reason, ownerId, acceptedById },
    acceptedAt: iso(acceptedAt),
  };
}

function describer(store: Store) {
  const environments = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const { zone } = readWorkspace(store);
  return (check: Check, rows: ReturnType<typeof keptRows>): ParityCheck => {
    const { id, leftEnvironmentId, rightEnvironmentId, serviceId, comparedById } = check;
    const named = {
      left: environments.get(leftEnvironmentId) ?? 'an environment that is gone',
      right: environments.get(rightEnvironmentId) ?? 'an environment that is gone',
      service: serviceId === null ? null : (services.get(serviceId) ?? 'a service that is gone'),
      comparedAt: iso(check.comparedAt),
      ...countParity(rows),
    };
    return {
      ...{ id, leftEnvironmentId, rightEnvironmentId, serviceId, comparedById, ...named },
      said: parityInWords({ ...named, zone }),
    };
  };
}
