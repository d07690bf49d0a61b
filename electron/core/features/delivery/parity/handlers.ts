import type { Context, Handlers } from '#core/context.ts';
import { parityAcceptance, parityCheck } from '#core/database/schema/parity.ts';
import { environment, person, service } from '#core/database/schema/workspace.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ComparedFile } from '#shared/model/delivery/parity.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { compareSettings } from '#shared/rules/delivery/parity/compare-settings.ts';
import { acceptable, mostDifferences } from '#shared/rules/delivery/parity/kept-parity.ts';
import { hashedSettings } from './hash-values.ts';
import { acceptancesOf, getCheck, listChecks, requireCheck, saltOf } from './kept.ts';
import { readSide } from './read-side.ts';
import type { ReadSide } from './read-side.ts';

type Names =
  | 'parity.compare'
  | 'parity.keep'
  | 'parity.list'
  | 'parity.get'
  | 'parity.accept'
  | 'parity.unaccept'
  | 'parity.remove';

export const parity: Handlers<Names> = {
  'parity.compare': async (input, context) => {
    const { left, right, ...found } = await readBoth(input, context);
    return { left: told(left), right: told(right), ...found };
  },
  'parity.keep': (input, context) => keep(input, context),
  'parity.list': (_input, { store }) => listChecks(store),
  'parity.get': ({ id }, { store }) => getCheck(store, id),
  'parity.accept': (input, context) => accept(input, context),
  'parity.unaccept': ({ id }, { transact }) => {
    transact((write) => write.remove(parityAcceptance, id));
    return { id };
  },
  'parity.remove': ({ id }, { transact }) => {
    transact((write) => write.remove(parityCheck, id));
    return { id };
  },
};

async function readBoth(input: Pick<Parsed<'parity.compare'>, 'left' | 'right'>, context: Context) {
  const left = await readSide(input.left, 'left', context);
  const right = await readSide(input.right, 'right', context);
  return { left, right, ...compareSettings(left.settings, right.settings) };
}

async function keep(
  { leftEnvironmentId, rightEnvironmentId, ...asked }: Parsed<'parity.keep'>,
  context: Context,
): Promise<Output<'parity.keep'>> {
  const { store, now, signal } = context;
  const { serviceId = null, ...sides } = asked;
  if (leftEnvironmentId === rightEnvironmentId) {
    throw new Refusal(
      'invalid_input',
      'Both files are said to be of one environment. Choose two.',
      { rightEnvironmentId: 'is the same as the first; choose another' },
    );
  }
  const { left, right, rows, counts } = await readBoth(sides, context);
  const differences = rows.length - counts.same;
  if (differences > mostDifferences) {
    const most = mostDifferences.toLocaleString('en');
    const message = `${differences.toLocaleString('en')} settings differ, and at most ${most} are kept: these are not two of the same. Compare a part of them.`;
    throw new Refusal('invalid_input', message, { right: message });
  }
  const pair = { leftEnvironmentId, rightEnvironmentId, serviceId };
  const salt = saltOf(store, pair) ?? Buffer.from(context.randomBytes(16)).toString('hex');
  const settings = await hashedSettings(rows, left.settings, right.settings, salt, signal);
  const { id } = context.transact((write) => {
    write.find(environment, leftEnvironmentId);
    write.find(environment, rightEnvironmentId);
    if (serviceId !== null) write.find(service, serviceId);
    return write.insert(parityCheck, {
      ...{ ...pair, salt, settings, leftFile: told(left), rightFile: told(right) },
      ...{ comparedAt: now, comparedById: write.actorId },
    });
  });
  return getCheck(store, id);
}

function accept(
  { id, keys, reason, ownerId }: Parsed<'parity.accept'>,
  context: Context,
): Output<'parity.accept'> {
  const { store } = context;
  const { leftEnvironmentId, rightEnvironmentId, serviceId, settings } = requireCheck(store, id);
  const pair = { leftEnvironmentId, rightEnvironmentId, serviceId };
  context.transact((write) => {
    write.find(person, ownerId);
    for (const { key, left, right } of acceptable(settings, keys)) {
      // One that was accepted before is accepted anew: taking that back leaves nothing.
      for (const before of acceptancesOf(store, pair, key)) write.remove(parityAcceptance, before);
      write.insert(parityAcceptance, {
        ...{ ...pair, key, leftHash: left, rightHash: right, reason, ownerId },
        ...{ acceptedAt: write.now, acceptedById: write.actorId },
      });
    }
  });
  return getCheck(store, id);
}

function told({ name, format, settings, notes }: ReadSide): ComparedFile {
  return { name, format, settings: settings.length, notes };
}
