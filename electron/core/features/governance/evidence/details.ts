import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { attachmentContent } from '#core/database/schema/attached.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { reportDetails } from '#shared/model/governance/evidence.ts';
import type { ReportDetails } from '#shared/model/governance/evidence.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** Keeps the single things of a report as content and gives the hash they are found by. */
export function keepDetails(write: Write, details: ReportDetails): string | null {
  const { items, keys, notes } = details;
  if (items.length + keys.length + notes.length === 0) return null;
  const content = Buffer.from(JSON.stringify(details), 'utf8');
  const hash = createHash('sha256').update(content).digest('hex');
  write.keepContent(hash, content);
  return hash;
}

const nothing: ReportDetails = { items: [], keys: [], notes: [] };

/** So few are looked at one after the other; a report of 100,000 findings takes megabytes. */
const mostCached = 8;
const cached = new WeakMap<Store, Map<string, ReportDetails>>();

/** What is kept under a hash, held against it each time it is read from the file. */
export function detailsOf(store: Store, hash: string | null): ReportDetails {
  if (hash === null) return nothing;
  const known = cached.get(store) ?? new Map<string, ReportDetails>();
  cached.set(store, known);
  const found = known.get(hash) ?? readDetails(store, hash);
  known.delete(hash);
  known.set(hash, found);
  if (known.size > mostCached) known.delete(known.keys().next().value ?? hash);
  return found;
}

function readDetails({ orm }: Store, hash: string): ReportDetails {
  const row = orm
    .select({ content: attachmentContent.content })
    .from(attachmentContent)
    .where(eq(attachmentContent.hash, hash))
    .get();
  if (row !== undefined && createHash('sha256').update(row.content).digest('hex') === hash) {
    return reportDetails.parse(JSON.parse(row.content.toString('utf8')));
  }
  throw new Refusal(
    'precondition_failed',
    `What this report found one by one is ${row === undefined ? 'missing from' : 'damaged in'} this workspace, so it is not shown. Its numbers stand; add the report again, or take it from a backup.`,
  );
}
