import type { Context, Handlers } from '#core/context.ts';
import { connection } from '#core/database/schema/delivery.ts';
import type { Store } from '#core/database/store.ts';
import { parseBaseUrl } from '#core/sync/http/base-url.ts';
import { listContexts } from '#core/sync/kubernetes/contexts.ts';
import { providers } from '#core/sync/providers.ts';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { readSelector } from '#shared/rules/delivery/monitoring/alert-selector.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { listConnections } from './list.ts';
import { listNames } from './names.ts';
import { requireConnection } from './read.ts';
import { forgetEtags, saveState, startOver } from './state.ts';
import { syncDue } from './sync/due.ts';
import { isSyncing, syncConnection } from './sync/sync.ts';
import { chosenContext, forgetContext, useContext } from './context.ts';
import { testConnection } from './test-connection.ts';
import { forgetToken, keepToken, refuseLocked } from './token.ts';
import { checkedWay } from './way.ts';

type Names =
  | 'connections.list'
  | 'connections.save'
  | 'connections.remove'
  | 'connections.names'
  | 'connections.test'
  | 'connections.sync'
  | 'connections.contexts'
  | 'connections.context'
  | 'connections.useContext'
  | 'connections.syncDue';

export const connections: Handlers<Names> = {
  'connections.list': (_input, context) => listConnections(context),
  'connections.save': (input, context) => save(input, context),
  'connections.remove': (input, context) => remove(input, context),
  'connections.names': ({ connectionId }, { store }) => listNames(store, connectionId),
  'connections.test': (input, context) => testConnection(input, context),
  'connections.contexts': ({ kubeconfig }, { platform }) =>
    listContexts(platform.machine, kubeconfig ?? null),
  'connections.context': ({ connectionId }, context) =>
    chosenContext(context, requireConnection(context.store, connectionId)),
  'connections.useContext': (input, context) => useContext(input, context),
  'connections.sync': (input, context) => syncConnection(input, context),
  'connections.syncDue': (input, context) => syncDue(input, context),
};

async function save(
  { id, rev, token, ...input }: Parsed<'connections.save'>,
  context: Context,
): Promise<ConnectionView> {
  const { store } = context;
  const before = id === undefined ? null : requireConnection(store, id);
  const provider = input.provider ?? before?.provider ?? 'github';
  const { check, nameOf, asksTokenAt } = providers[provider];
  check({ ...input, token: token ?? null });
  const repository = nameOf?.(input.repository) ?? input.repository;
  const values = {
    ...input,
    ...checkedWay(input),
    ...{ provider, repository, baseUrl: parseBaseUrl(input.baseUrl) },
  };
  requireKnownServices(store, values.workflows, 'workflows');
  requireKnownServices(store, values.services ?? [], 'services');
  requireKnownEnvironments(store, values.environments ?? []);
  if (providers[provider].alerts !== undefined) requireSelectors(values.services ?? []);
  const moved = before !== null && before.baseUrl !== values.baseUrl;
  const elsewhere =
    moved ||
    (before !== null && (before.repository !== values.repository || before.provider !== provider));
  const asked = (place: string) => asksTokenAt?.(place) ?? null;
  const goesElsewhere = before !== null && asked(before.repository) !== asked(values.repository);
  // A token belongs to the addresses it was typed for: another address must ask for its own.
  const losesToken = (moved || goesElsewhere) && token === undefined;
  if (losesToken) refuseLocked(context, 'save');
  if (before !== null && (elsewhere || token !== undefined)) refuseWhileSyncing(before);
  const saved = context.transact((write) =>
    id === undefined ? write.insert(connection, values) : write.update(connection, id, values, rev),
  );
  // What was to be done next, was by the schedule before.
  if (before !== null && before.everyMinutes !== saved.everyMinutes) {
    saveState(store, saved.id, { nextSyncAt: null });
  }
  if (elsewhere) startOver(store, saved.id);
  else if (token !== undefined) forgetEtags(store, saved.id);
  if (losesToken) await forgetToken(context, saved.id);
  if (token !== undefined) await keepToken(context, saved.id, token);
  const found = (await listConnections(context)).find((each) => each.id === saved.id);
  if (found === undefined) throw new Error(`Connection ${saved.id} was not saved`);
  return found;
}

/** What a sync under way writes belongs to the place and token it began with. */
function refuseWhileSyncing({ id, name }: { id: string; name: string }): void {
  if (!isSyncing(id)) return;
  throw new Refusal('conflict', `${name} is being synced now. Wait for it, or cancel it first.`);
}

/** Its rows stay for the record, and show no more. */
async function remove(
  { id }: Parsed<'connections.remove'>,
  context: Context,
): Promise<{ id: string }> {
  const { store } = context;
  refuseWhileSyncing(requireConnection(store, id));
  refuseLocked(context, 'remove it');
  context.transact((write) => write.remove(connection, id));
  startOver(store, id);
  forgetContext(context, id);
  await forgetToken(context, id);
  return { id };
}

function requireKnownServices(
  store: Store,
  mapping: { serviceId: string }[],
  field: 'workflows' | 'services',
): void {
  const known = new Set(listServices(store).map(({ id }) => id));
  const unknown = mapping.findIndex(({ serviceId }) => !known.has(serviceId));
  if (unknown < 0) return;
  throw new Refusal(
    'invalid_input',
    `${field === 'workflows' ? 'A workflow' : 'A name of the provider'} is mapped to a service that is not in this workspace. Choose one of its services.`,
    { [`${field}.${unknown}.serviceId`]: 'is no service of this workspace' },
  );
}

/** Alerts have no name of their service, only labels. */
function requireSelectors(mapping: readonly { name: string }[]): void {
  const at = mapping.findIndex(({ name }) => readSelector(name) === null);
  const name = mapping[at]?.name;
  if (name === undefined) return;
  const message = `“${name.slice(0, 100)}” does not say which alerts are meant. Type a label and its value, such as service=payments-api; several with commas between`;
  throw new Refusal('invalid_input', message, { [`services.${at}.name`]: message });
}

function requireKnownEnvironments(store: Store, mapping: { environmentId: string }[]): void {
  const known = new Set(listEnvironments(store).map(({ id }) => id));
  const unknown = mapping.findIndex(({ environmentId }) => !known.has(environmentId));
  if (unknown < 0) return;
  throw new Refusal(
    'invalid_input',
    'An environment of the provider is mapped to one that is not in this workspace. Choose one of its environments.',
    { [`environments.${unknown}.environmentId`]: 'is no environment of this workspace' },
  );
}
