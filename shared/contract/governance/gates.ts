import { z } from 'zod';
import { suppliedFile } from '#shared/model/given-file.ts';
import { dateText, id, instant, plannedAt } from '#shared/model/primitives.ts';
import { evidenceDifference, evidenceView, reportKind } from '#shared/model/governance/evidence.ts';
import { exceptionView } from '#shared/model/governance/exceptions.ts';
import { gateView } from '#shared/model/governance/gates.ts';
import { namedRelease } from '#shared/model/planning/release-views.ts';
import { command, query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

const said = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `is empty; say ${what} in a sentence`)
    .max(2000, 'is longer than 2,000 characters; shorten it');

/** What the state of gates hangs on. */
const gateTopics = [
  'gates',
  'approvals',
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'pipelines',
  'people',
  'connections',
  'evidence',
  'exceptions',
  'assessments',
  'controls',
  'tasks',
  'policies',
  'workspace',
  'absences',
  'deputies',
  'raci',
  'services',
  'environments',
  'windows',
] as const;

export const gates = {
  'gates.answer': query({
    about:
      'Answers a pipeline whether the gates of a release, or one of them, are passed, and why.',
    input: z.strictObject({
      /** An id, a number (`12`, `R-12`), an external change number or a whole name. */
      release: z.string().max(5000),
      /** An id, a key or a name; absent asks for all gates. */
      gate: z.string().max(5000).optional(),
    }),
    output: z.strictObject({
      passed: z.boolean(),
      /** One line, without control characters. */
      reason: z.string(),
      release: namedRelease,
      gates: z.array(gateView),
    }),
    topics: gateTopics,
  }),
  'gates.list': query({
    about:
      'Lists the gates of a release with state, reason, evidence, decisions and what each needs.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(gateView),
    topics: gateTopics,
  }),
  'gates.evidence': query({
    about:
      'Tells what was brought as evidence of a gate, how it stands, who is accountable, and what changed since the last release of the same services.',
    input: z.strictObject({ gateId: id }),
    output: z.strictObject({
      /** The newest first. */
      items: z.array(evidenceView),
      /** Reports that would count here; empty where the gate reads none. */
      reads: z.array(reportKind),
      /** What the gate measures its evidence by, a sentence each. */
      limits: z.array(z.string()),
      accountable: z.strictObject({ role: z.string(), personIds: z.array(id) }).nullable(),
      difference: evidenceDifference.nullable(),
      /** Why there is nothing to compare with; empty where there is, or nothing is compared. */
      incomparable: z.string(),
    }),
    topics: ['evidence', 'gates', 'releases', 'people', 'raci', 'attachments'],
  }),
  'gates.addEvidence': command({
    about:
      'Adds evidence to a gate, or to a release as a whole: a report that is read, a file, a link or words.',
    input: z.strictObject({
      gateId: id.optional(),
      /** For evidence of the release as a whole; a gate says its release itself. */
      releaseId: id.optional(),
      file: suppliedFile.optional(),
      url: z.string().trim().max(2000).optional(),
      note: z.string().trim().max(2000, 'is longer than 2,000 characters; shorten it').optional(),
      title: z.string().trim().max(200, 'is longer than 200 characters; shorten it').optional(),
      /** Of a file: what it is read as, or `file` to keep it unread; absent lets the file tell. */
      kind: z.enum([...reportKind.options, 'file']).optional(),
      /** Where it comes from; absent takes the tool, or the name of whoever adds it. */
      source: z.string().trim().max(200).optional(),
      /** When it was made; absent is now. */
      collectedAt: plannedAt.optional(),
      expiresAt: plannedAt.nullable().default(null),
      /** The controls it proves, by key. */
      controlKeys: z.array(z.string().max(60)).max(50).default([]),
      progressId,
    }),
    output: evidenceView,
    topics: ['evidence', 'gates', 'releases', 'attachments', 'controls'],
  }),
  'gates.proveControls': command({
    about: 'Says which controls a piece of evidence proves; an empty list takes it back.',
    input: z.strictObject({ id, controlKeys: z.array(z.string().max(60)).max(50) }),
    output: evidenceView,
    topics: ['evidence', 'gates', 'releases', 'controls'],
  }),
  'gates.withdrawEvidence': command({
    about: 'Takes evidence back with a reason; the record keeps both.',
    input: z.strictObject({ id, reason: said('why it does not hold') }),
    output: evidenceView,
    topics: ['evidence', 'gates', 'releases', 'controls'],
  }),
  'gates.override': command({
    about:
      'Asks for an exception by which an automated gate passes for a time; a second person grants or refuses it (exceptions.decide).',
    input: z.strictObject({
      gateId: id,
      rationale: said('why the gate is passed over'),
      impact: said('what may come of it'),
      expiresAt: plannedAt,
    }),
    output: exceptionView,
    topics: ['exceptions', 'gates', 'releases'],
  }),
  'gates.setDue': command({
    about:
      'Says by when a decided gate should be decided, or takes the day away; a request with a day of its own goes before.',
    input: z.strictObject({ gateId: id, dueOn: dateText.nullable() }),
    output: z.strictObject({ gateId: id, dueOn: dateText.nullable() }),
    topics: ['gates', 'releases', 'approvals'],
  }),
  'gates.acknowledge': command({
    about: 'Accepts, by name and with a reason, a run that succeeded with warnings.',
    input: z.strictObject({
      gateId: id,
      runId: id,
      reason: z.string().trim().min(1, 'is empty; say why the warnings are acceptable').max(2000),
    }),
    output: z.strictObject({ id, at: instant }),
    topics: ['gates', 'releases'],
  }),
};
