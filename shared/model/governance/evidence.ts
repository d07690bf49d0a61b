import { z } from 'zod';
import { id, instant, shortText } from '../primitives.ts';

/** What a piece of evidence is: a report that is read, or a file, a link or words that are kept. */
export const evidenceKinds = [
  'junit',
  'sarif',
  'cobertura',
  'lcov',
  'cyclonedx',
  'k6',
  'jmeter',
  'file',
  'link',
  'note',
] as const;
export const evidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKind>;

/** The kinds that are read, not only kept. */
export const reportKinds = [
  'junit',
  'sarif',
  'cobertura',
  'lcov',
  'cyclonedx',
  'k6',
  'jmeter',
] as const;
export const reportKind = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKind>;

export const findingLevels = ['critical', 'high', 'medium', 'low', 'unrated'] as const;
export const findingLevel = z.enum(findingLevels);
export type FindingLevel = z.infer<typeof findingLevel>;

/** One failed test, finding, component or request of a report. */
export const reportItem = z.strictObject({
  /** The same in the next report, where the thing is the same. */
  key: z.string(),
  title: z.string(),
  /** The file and line, the package, or nothing. */
  where: z.string(),
  /** How bad a finding is; null for what has no level. */
  level: findingLevel.nullable(),
  text: z.string(),
});
export type ReportItem = z.infer<typeof reportItem>;

/** So many single things of a report are kept with their words; all of them by key. */
export const mostItems = 2000;

/** What of a report is kept beside its numbers, as content under its hash. */
export const reportDetails = z.strictObject({
  items: z.array(reportItem),
  /** Of all of them, also of those whose words are not kept. */
  keys: z.array(z.string()),
  /** What is to be known about the report before its numbers are believed. */
  notes: z.array(z.string()),
});
export type ReportDetails = z.infer<typeof reportDetails>;

const count = z.number().int().min(0);
const covered = z.strictObject({ covered: count, total: count });

/** What a report says in numbers. Which tests failed and what was found is kept beside it, by its hash. */
export const evidenceSummary = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tests'),
    total: count,
    passed: count,
    failed: count,
    skipped: count,
    seconds: z.number().min(0),
  }),
  z.strictObject({
    kind: z.literal('findings'),
    tool: z.string(),
    critical: count,
    high: count,
    medium: count,
    low: count,
    /** Told without a severity. */
    unrated: count,
    /** Told, but suppressed or accepted by the tool; counted in none of the others. */
    suppressed: count,
  }),
  z.strictObject({
    kind: z.literal('coverage'),
    lines: covered,
    branches: covered.nullable(),
  }),
  z.strictObject({
    kind: z.literal('components'),
    components: count,
    withoutVersion: count,
    withoutLicence: count,
    vulnerabilities: count,
  }),
  z.strictObject({
    kind: z.literal('performance'),
    requests: count,
    failed: count,
    seconds: z.number().min(0).nullable(),
    meanMs: z.number().min(0).nullable(),
    p95Ms: z.number().min(0).nullable(),
    p99Ms: z.number().min(0).nullable(),
    /** Thresholds the tool itself found broken, by name. */
    broken: z.array(z.string()),
  }),
]);
export type EvidenceSummary = z.infer<typeof evidenceSummary>;

/** A component as it was when evidence was added; a later version or commit makes that out of date. */
export const builtFrom = z.strictObject({
  serviceId: id,
  version: z.string(),
  commit: z.string().nullable(),
});
export type BuiltFrom = z.infer<typeof builtFrom>;

/** Something that proves a gate or a control: added, then at most withdrawn with a reason. */
export const evidenceRecord = z.strictObject({
  id,
  releaseId: id,
  /** Null where it speaks for the release as a whole. */
  gateId: id.nullable(),
  kind: evidenceKind,
  title: shortText,
  /** Where it comes from: the tool, the pipeline, the person. */
  source: z.string().max(200),
  note: z.string().max(2000),
  url: z.string().max(2000),
  attachmentId: id.nullable(),
  /** SHA-256 of the file as it was read, hexadecimal; empty for a link or words. */
  digest: z.string(),
  bytes: count,
  summary: evidenceSummary.nullable(),
  /** Under which hash the single failures or findings are kept; null where there are none. */
  detailHash: z.string().nullable(),
  /** What was built and looked at: the components of the release when it was added. */
  builtFrom: z.array(builtFrom),
  /** The controls it proves, by key. */
  controlKeys: z.array(z.string()),
  collectedAt: instant,
  expiresAt: instant.nullable(),
  addedById: id,
  addedAt: instant,
  withdrawn: z.strictObject({ at: instant, byId: id, reason: z.string() }).nullable(),
});
export type EvidenceRecord = z.infer<typeof evidenceRecord>;

/** Whether a piece of evidence speaks for its gate now; a later one of the same title takes its place. */
export const evidenceStandings = [
  'counts',
  'out-of-date',
  'replaced',
  'withdrawn',
  'kept',
] as const;
export const evidenceStanding = z.enum(evidenceStandings);
export type EvidenceStanding = z.infer<typeof evidenceStanding>;

export const evidenceView = evidenceRecord.omit({ builtFrom: true }).extend({
  /** `kept` is what no rule reads: a file, a link or words for people. */
  standing: evidenceStanding,
  /** What a report says against the limits of its gate, by itself; null for what no rule reads. */
  verdict: z.enum(['passed', 'failed', 'waiting']).nullable(),
  /** Why it is out of date, as a sentence; empty otherwise. */
  why: z.string(),
  /** The name of the file that is kept; null where it was too big, or there is none. */
  fileName: z.string().nullable(),
});
export type EvidenceView = z.infer<typeof evidenceView>;

/** What changed since the last release of the same services. */
export const evidenceDifference = z.strictObject({
  release: z.strictObject({ id, name: z.string() }),
  what: z.enum(['failed test', 'finding', 'component', 'failing request']),
  added: count,
  gone: count,
  stayed: count,
  /** The first of those that came or went, the worst first. */
  items: z.array(reportItem.extend({ change: z.enum(['new', 'gone']) })),
});
export type EvidenceDifference = z.infer<typeof evidenceDifference>;

/** How many single things of a report are shown at once. */
export const mostShown = 200;
