import { and, isNotNull } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Dependency } from '#shared/model/planning/plan.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { chainInWords, cycleThrough } from '#shared/rules/planning/cycles.ts';
import type { DependedOn } from '#shared/rules/planning/dependency-standing.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { readOthers } from './standing.ts';

type Input = Parsed<'dependencies.save'>;
type Saved = { id: string; releaseId: string };
type Aim = Pick<Dependency, 'kind' | 'targetReleaseId' | 'expectedOn'>;

export function saveDependency(input: Input, context: Context): Saved {
  const { id, rev, releaseId, ...given } = input;
  const { store } = context;
  requirePerson(store, given.ownerId);
  refuseFarDay('neededOn', given.neededOn);
  refuseFarDay('expectedOn', given.expectedOn);
  return context.transact((write) => {
    if (id === undefined) return write.insert(dependency, added(store, input));
    const before = write.find(dependency, id);
    if (releaseId !== undefined && releaseId !== before.releaseId) {
      throw new Refusal(
        'invalid_input',
        'The dependency belongs to another release. Leave the release out, or add it there.',
        { releaseId: 'is not the release of this dependency' },
      );
    }
    requireOpenRelease(store, before.releaseId);
    const kind = given.kind ?? before.kind;
    // Of a kind that names no release, the one it named before is let go.
    const kept = kind === 'release' ? before.targetReleaseId : null;
    const target = given.targetReleaseId === undefined ? kept : given.targetReleaseId;
    // A release says itself when it is there.
    const expected = kind === 'release' ? null : before.expectedOn;
    const expectedOn = given.expectedOn === undefined ? expected : given.expectedOn;
    const aim = { kind, targetReleaseId: target, expectedOn };
    checkAim(store, aim, before.releaseId, id, target !== before.targetReleaseId);
    return write.update(dependency, id, { ...given, targetReleaseId: target, expectedOn }, rev);
  });
}

function added(store: Store, input: Input): Omit<Dependency, 'id' | 'rev'> {
  const { releaseId, kind, targetReleaseId = null, ownerId = null } = input;
  const { state = 'open', neededOn = null, lagDays = 0, expectedOn = null, note = '' } = input;
  if (releaseId === undefined || kind === undefined) {
    throw new Refusal(
      'invalid_input',
      'To add a dependency, give the id of its release and a kind; to change one, give its id.',
      releaseId === undefined ? { releaseId: 'is missing' } : { kind: 'is missing; choose one' },
    );
  }
  requireOpenRelease(store, releaseId);
  checkAim(store, { kind, targetReleaseId, expectedOn }, releaseId, null, true);
  const title = input.title ?? readOthers(store, [targetReleaseId ?? ''])(targetReleaseId)?.name;
  if (title === undefined) {
    throw new Refusal('invalid_input', 'The title is missing; say what is needed.', {
      title: 'is missing; say what is needed',
    });
  }
  return {
    ...{ releaseId, kind, title, targetReleaseId, ownerId },
    ...{ state, neededOn, lagDays, expectedOn, note },
  };
}

/**
 * What a dependency names fits its kind, exists, and does not wait for the release itself. One that
 * ended without being released is refused where it is chosen: what named it before may be edited.
 */
function checkAim(
  store: Store,
  { kind, targetReleaseId, expectedOn }: Aim,
  releaseId: string,
  ownId: string | null,
  isChosen: boolean,
): void {
  if (kind === 'release' && expectedOn !== null) {
    const message = 'is given, but a release says itself when it is there; leave it out';
    throw new Refusal('invalid_input', `The day it is expected ${message}.`, {
      expectedOn: message,
    });
  }
  if (kind !== 'release') {
    if (targetReleaseId === null) return;
    throw wrongTarget('is given, but only the kind release names one; leave it out');
  }
  if (targetReleaseId === null) throw wrongTarget('is missing; choose the release it waits for');
  if (targetReleaseId === releaseId) {
    throw wrongTarget('is this release itself; choose another one');
  }
  const other = readOthers(store, [targetReleaseId])(targetReleaseId);
  if (other === null) throw wrongTarget('is none of this workspace; choose one from the list');
  if (isChosen) refuseEnded(other);
  refuseCycle(store, releaseId, targetReleaseId, ownId);
}

function refuseEnded({ name, outcome }: DependedOn): void {
  if (outcome === null || outcome === 'released') return;
  const end = outcome === 'cancelled' ? 'was cancelled' : 'was rolled back';
  const message = `${name} ${end}, so it will not bring what is needed. Choose the release that takes its place, or say what is needed as another kind of dependency.`;
  throw new Refusal('precondition_failed', message, { targetReleaseId: `${end}; choose another` });
}

function refuseCycle(store: Store, from: string, to: string, ownId: string | null): void {
  const rows = store.orm
    .select({ id: dependency.id, from: dependency.releaseId, to: dependency.targetReleaseId })
    .from(dependency)
    .where(and(alive(dependency), isNotNull(dependency.targetReleaseId)))
    .all()
    .filter(({ id }) => id !== ownId);
  const targets = Map.groupBy(rows, (row) => row.from);
  const cycle = cycleThrough(from, (id) => {
    const next = (targets.get(id) ?? []).map((row) => row.to ?? '');
    return id === from ? [to] : next;
  });
  if (cycle === null) return;
  const others = readOthers(store, cycle);
  const chain = chainInWords(cycle.map((id) => others(id)?.name ?? 'a release that is gone'));
  throw new Refusal(
    'invalid_input',
    `The releases would wait for each other: ${chain}. None of them could start; take one of these dependencies out first.`,
    { targetReleaseId: `waits for this release: ${chain}` },
  );
}

function wrongTarget(message: string): Refusal {
  return new Refusal('invalid_input', `The other release ${message}.`, {
    targetReleaseId: message,
  });
}

/** A year beyond these is a slip of the keyboard. */
function refuseFarDay(field: 'neededOn' | 'expectedOn', day: string | null | undefined): void {
  if (typeof day !== 'string' || (day >= '2000' && day < '2200')) return;
  const message = `is ${day}; give a year from 2000 to 2199`;
  const what = field === 'neededOn' ? 'needed' : 'expected';
  throw new Refusal('invalid_input', `The day it is ${what} ${message}.`, { [field]: message });
}

function requirePerson(store: Store, ownerId: string | null | undefined): void {
  if (typeof ownerId !== 'string') return;
  if (listPeople(store).some((person) => person.id === ownerId)) return;
  const message = 'is nobody of this workspace; choose a person';
  throw new Refusal('invalid_input', `The owner ${message}.`, { ownerId: message });
}
