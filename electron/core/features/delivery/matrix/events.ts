import type { Store } from '#core/database/store.ts';
import { inOneHistory } from '#shared/rules/delivery/cell-events.ts';
import { importedEvents, releasesOf, seenEvents } from '#shared/rules/delivery/imported-events.ts';
import { recordedEvents } from '#shared/rules/delivery/recorded-events.ts';
import type { PlacedEvent, WentDeployment } from '#shared/rules/delivery/recorded-events.ts';
import { readImported, type Imported } from './imported.ts';
import { readWent } from './went-deployments.ts';

/** What was recorded and imported until a moment (ISO 8601), in one history. */
export function eventsUntil(
  at: string,
  deployments: readonly WentDeployment[],
  imported: Imported,
): readonly PlacedEvent[] {
  const releaseOf = releasesOf(imported.components);
  const deployed = importedEvents(imported.deployments, releaseOf, at);
  const seen = seenEvents(imported.rollouts, releaseOf, at, deployed);
  return inOneHistory(recordedEvents(deployments, at), [...deployed, ...seen]);
}

/** What happened to one service until a moment, oldest first. */
export function eventsOfService(
  store: Store,
  serviceId: string,
  at: string,
): readonly PlacedEvent[] {
  const { deployments } = readWent(store, serviceId);
  const events = eventsUntil(at, deployments, readImported(store, serviceId));
  return events.filter((event) => event.serviceId === serviceId);
}
