import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#core/context.ts';
import { cabMeeting, cabPack, packReviewer } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { iso } from '#core/database/select.ts';
import { resourceFolder } from '#core/resources.ts';
import { renderPack } from '#core/reports/pack/page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { ableIn } from '#shared/rules/governance/stand-ins.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import {
  factsNow,
  fingerprint,
  listGates,
  loadSubject,
  loadSurroundings,
  requireOpenGate,
} from '../gates/index.ts';
import { gatherReleases } from './gather.ts';
import type { PackSources } from './gather.ts';
import { toPack } from './rows.ts';
import { checkOf, issueCode, rounds } from './sign.ts';
import type { IssuedCode } from './sign.ts';

type Item = ReturnType<typeof itemsOf>[number];
type Reviewer = { person: Person; issued: IssuedCode };

/** Makes a pack: its file is kept under its hash, its codes are given out and kept nowhere. */
export async function createPack(
  input: Parsed<'cab.createPack'>,
  context: Context,
  sources: PackSources,
): Promise<Output<'cab.createPack'>> {
  const { store, now } = context;
  const madeById = context.requireActor();
  const people = listPeople(store);
  const named = reviewersNamed(input.reviewerIds, people);
  refuseExpired(input.expiresOn, context);
  if (input.meetingId !== undefined) requireMeeting(context, input.meetingId);
  itemsOf(input.gateIds, context);
  const reviewers: Reviewer[] = [];
  for (const person of named) {
    reviewers.push({ person, issued: await issueCode(context.randomBytes) });
  }
  const script = readFileSync(join(resourceFolder('pack'), 'reviewer.js'), 'utf8');
  return context.transact((write) => {
    // Taken anew: codes take a moment, and what is signed must be what is there now.
    const items = itemsOf(input.gateIds, context);
    const id = write.newId();
    const ids = reviewers.map(() => write.newId());
    const head = store.head();
    const asks = asksOf(items, context);
    const page = renderPack(
      {
        ...{ id, title: input.title, expiresOn: input.expiresOn ?? null, rounds },
        workspace: readWorkspace(store),
        madeAt: iso(now),
        madeBy: people.find((person) => person.id === madeById)?.name ?? 'somebody',
        head: head === null ? null : { at: iso(head.at), hash: head.hash },
        releases: gatherReleases(items, context, sources),
        reviewers: reviewers.map(({ person, issued: { salt, key } }, index) => ({
          id: ids[index] ?? '',
          name: person.name,
          salt,
          check: checkOf(key, id),
          gateIds: asks(person.id),
        })),
        people: people
          .filter(({ leftOn }) => leftOn === null)
          .map((person) => ({ id: person.id, name: person.name })),
      },
      script,
    );
    const bytes = Buffer.from(page.text);
    const digest = createHash('sha256').update(bytes).digest('hex');
    write.keepContent(digest, bytes);
    const pack = write.insert(cabPack, {
      ...{ id, title: input.title, digest, items, madeById, fingerprint: page.fingerprint },
      meetingId: input.meetingId ?? null,
      expiresOn: input.expiresOn ?? null,
      madeAt: now,
    });
    const codes = reviewers.map(({ person, issued }, index) => {
      const row = write.insert(packReviewer, {
        id: ids[index],
        ...{ packId: id, personId: person.id, scheme: 'hmac-sha256', salt: issued.salt },
        ...{ verifier: issued.key, issuedById: madeById, issuedAt: now },
      });
      return { reviewerId: row.id, personId: person.id, code: issued.code };
    });
    return { pack: toPack(pack), codes };
  });
}

function reviewersNamed(ids: readonly string[], people: readonly Person[]): Person[] {
  return [...new Set(ids)].map((id) => {
    const person = people.find((each) => each.id === id);
    if (person !== undefined && person.leftOn === null) return person;
    const who =
      person === undefined ? 'A reviewer is nobody of this workspace' : `${person.name} left`;
    throw new Refusal('not_found', `${who}. Choose reviewers from the list of people.`, {
      reviewerIds: 'is nobody who works here',
    });
  });
}

function refuseExpired(expiresOn: string | undefined, { store, now }: Context): void {
  const today = dateIn(iso(now), readWorkspace(store).zone);
  if (expiresOn === undefined || expiresOn >= today) return;
  throw new Refusal(
    'invalid_input',
    `The pack would have expired on ${formatDate(expiresOn, today)} already. Choose today or later.`,
    { expiresOn: `is past; expected ${today} or later` },
  );
}

function requireMeeting({ store }: Context, id: string): void {
  if (rowOf(store, cabMeeting, id) !== null) return;
  throw new Refusal(
    'not_found',
    `There is no CAB meeting with the id ${id}. Choose one from the list.`,
  );
}

/** What is asked for, each on the facts as they are now; refuses gates that take no decision. */
function itemsOf(gateIds: readonly string[], { store }: Context) {
  const around = loadSurroundings(store);
  return [...new Set(gateIds)].map((gateId) => {
    const gate = requireOpenGate(store, gateId);
    const subject = loadSubject(store, gate.releaseId);
    if (gate.check !== 'decision') {
      throw new Refusal(
        'precondition_failed',
        `“${gate.name}” of ${subject.release.name} is judged from facts, so there is nothing to ask about it. Leave it out: the pack shows it anyway.`,
        { gateIds: 'has a gate that takes no decision' },
      );
    }
    const facts = factsNow(subject, around);
    return {
      ...{ releaseId: gate.releaseId, release: subject.release.name, gateId, gate: gate.name },
      fingerprint: fingerprint(facts, gate.facts),
      facts,
    };
  });
}

/** What each reviewer is asked about: where they can fill a place or stand in, or everything where they can do neither. */
function asksOf(items: readonly Item[], { store, now }: Context): (personId: string) => string[] {
  const releaseIds = [...new Set(items.map(({ releaseId }) => releaseId))];
  const seats = new Map(
    releaseIds.flatMap((releaseId) =>
      listGates(store, releaseId, now).map((gate) => [
        gate.id,
        new Set(gate.seats.flatMap(ableIn)),
      ]),
    ),
  );
  const all = items.map(({ gateId }) => gateId);
  return (personId) => {
    const own = all.filter((gateId) => seats.get(gateId)?.has(personId));
    return own.length === 0 ? all : own;
  };
}
