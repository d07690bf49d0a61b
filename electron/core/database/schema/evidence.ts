import type {
  BuiltFrom,
  EvidenceKind,
  EvidenceSummary,
} from '#shared/model/governance/evidence.ts';
import { attachment } from './attached.ts';
import { at, entityColumns, index, integer, releaseId, sqliteTable, text } from './columns.ts';
import { gate } from './governance.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const personId = (name: string) => text(name).references(() => person.id);

/** What proves a gate or a control: added, then at most withdrawn. */
export const evidence = sqliteTable(
  'evidence',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    /** Null where it speaks for the release as a whole. */
    gateId: text('gate_id').references(() => gate.id),
    kind: text('kind').$type<EvidenceKind>().notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    note: text('note').notNull(),
    url: text('url').notNull(),
    attachmentId: text('attachment_id').references(() => attachment.id),
    /** SHA-256 of the file as it was read, which may be too big to be attached. */
    digest: text('digest').notNull(),
    bytes: integer('bytes').notNull(),
    summary: text('summary', { mode: 'json' }).$type<EvidenceSummary>(),
    /**
     * Single failures and findings are kept once, as content under its hash (`write.keepContent`):
     * there can be 100,000 of them, which is too much for a journal.
     */
    detailHash: text('detail_hash'),
    /** The components as they were when it was added. */
    builtFrom: text('built_from', { mode: 'json' }).$type<BuiltFrom[]>().notNull(),
    controlKeys: text('control_keys', { mode: 'json' }).$type<string[]>().notNull(),
    collectedAt: at('collected_at').notNull(),
    expiresAt: at('expires_at'),
    addedById: personId('added_by_id').notNull(),
    addedAt: at('added_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnById: personId('withdrawn_by_id'),
    withdrawnReason: text('withdrawn_reason').notNull(),
  },
  (table) => [
    index('evidence_release_idx').on(table.releaseId),
    index('evidence_gate_idx').on(table.gateId),
  ],
);
