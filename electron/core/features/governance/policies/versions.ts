import { createHash } from 'node:crypto';
import type { Context } from '#core/context.ts';
import { policy } from '#core/database/schema/policies.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { profiles } from '#shared/model/workspace/workspace.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { impacts, openReleaseIds } from './preview.ts';
import {
  draftOf,
  listPolicies,
  newestPublished,
  policyInForce,
  policyRows,
  requirePolicy,
  shippedVersion,
  toVersion,
} from './rows.ts';
import { checkedReading, readingOf, shippedText } from './shipped.ts';

export function getPolicy(
  store: Store,
  { id, profile }: Parsed<'policies.get'>,
): Output<'policies.get'> {
  if (id === undefined && profile !== undefined) {
    const text = shippedText(profile);
    const version = listPolicies(store).find(
      (each) => each.state === 'shipped' && each.profile === profile,
    );
    return { version: version ?? shippedVersion(profile, false), text, problems: [] };
  }
  const row = id === undefined ? newestPublished(store) : requirePolicy(store, id);
  if (row === null) {
    const version = listPolicies(store).find(({ inForce }) => inForce);
    if (version === undefined) throw new Error('no policy is in force');
    return { version, text: policyInForce(store).text, problems: [] };
  }
  const version = toVersion(row, row.id === newestPublished(store)?.id);
  return { version, text: row.text, problems: checkedReading(store, row.text).problems };
}

/**
 * There is one draft: whoever saves first begins it, and others go on with it. Who knew of none, or of
 * an earlier one, is refused rather than to write over what somebody else saved.
 */
export function saveDraft(
  { text, basedOn, rev }: Parsed<'policies.saveDraft'>,
  context: Context,
): Output<'policies.saveDraft'> {
  const { store } = context;
  context.requireActor();
  const known = draftOf(store);
  if (rev === null && known !== null) {
    throw new Refusal(
      'conflict',
      `There is a draft already, “${known.name}”. Go on with it, or save yours over it.`,
    );
  }
  const read = readingOf(text).policy;
  const values = { text, digest: digestOf(text), name: read?.name ?? known?.name ?? 'Draft' };
  const row = context.transact((write) => {
    if (known !== null) return write.update(policy, known.id, values, rev ?? undefined);
    return write.insert(policy, {
      ...{ ...values, number: nextNumber(store), state: 'draft', note: '' },
      profile: basedOn?.profile ?? null,
      basedOnId: basedOn?.id ?? newestPublished(store)?.id ?? null,
      ...{ publishedAt: null, publishedById: null },
    });
  });
  return toVersion(row, false);
}

export function discardDraft(id: string, context: Context): { id: string } {
  context.requireActor();
  const row = requirePolicy(context.store, id);
  if (row.state === 'published') {
    throw new Refusal(
      'precondition_failed',
      `“${row.name}” version ${row.number} was published, so it stays in the record. Publish an earlier version to go back to it.`,
    );
  }
  context.transact((write) => write.remove(policy, id));
  return { id };
}

/**
 * Adds the next version and takes the draft away. The gates of open releases follow at the end of the
 * command, as after every change of what they hang on.
 */
export function publishPolicy(
  { text, note, after }: Parsed<'policies.publish'>,
  context: Context,
): Output<'policies.publish'> {
  const { store } = context;
  const byId = context.requireActor();
  const { policy: read, problems } = checkedReading(store, text);
  if (read === null) {
    const [first] = problems;
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
    throw new Refusal(
      'invalid_input',
      `Line ${first.line}, column ${first.column}: ${first.message}${more} Nothing was published.`,
      { text: `line ${first.line}, column ${first.column}: ${first.message}` },
    );
  }
  refusePublishedSince(store, after);
  const releases = impacts(store, read, text, openReleaseIds(store));
  const draft = draftOf(store);
  const row = context.transact((write) => {
    if (draft !== null) write.remove(policy, draft.id);
    return write.insert(policy, {
      ...{ name: read.name, number: nextNumber(store), profile: draft?.profile ?? profileOf(text) },
      ...{ text, digest: digestOf(text), state: 'published', note },
      basedOnId: newestPublished(store)?.id ?? null,
      ...{ publishedAt: write.now, publishedById: byId },
    });
  });
  return { version: toVersion(row, true), releases };
}

function refusePublishedSince(store: Store, after: number | null | undefined): void {
  const newest = newestPublished(store);
  if (after === undefined || after === (newest?.number ?? null) || newest === null) return;
  const by = listPeople(store).find(({ id }) => id === newest.publishedById)?.name ?? 'Somebody';
  throw new Refusal(
    'conflict',
    `${by} published version ${newest.number} while you worked on yours. Nothing was published: compare yours with it, then publish again.`,
  );
}

/** Counts what was published; a draft has the number it would get. */
function nextNumber(store: Store): number {
  const published = policyRows(store).filter(({ state }) => state === 'published');
  return Math.max(0, ...published.map(({ number }) => number)) + 1;
}

function profileOf(text: string) {
  return profiles.find((profile) => shippedText(profile) === text) ?? null;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
