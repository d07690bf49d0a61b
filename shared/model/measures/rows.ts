import { z } from 'zod';
import { severities } from '../delivery/incidents.ts';
import { instant } from '../primitives.ts';

/** How a deployment ended. `degraded` is live with something wrong; `rolled-back` was live and is not. */
export const deploymentResults = [
  'succeeded',
  'degraded',
  'rolled-back',
  'failed',
  'cancelled',
  'skipped',
  'running',
] as const;
export type MeasuredResult = (typeof deploymentResults)[number];

/** Other tools' words for the same ends, so that their rows can be given as they are. */
const resultWords: Record<string, MeasuredResult> = {
  ...Object.fromEntries(deploymentResults.map((result) => [result, result])),
  ...{ success: 'succeeded', ok: 'succeeded', failure: 'failed', canceled: 'cancelled' },
  ...{ rolledback: 'rolled-back', in_progress: 'running' },
};

const severityWords: Record<string, (typeof severities)[number]> = {
  ...Object.fromEntries(severities.map((severity) => [severity, severity])),
  ...{ major: 'high', minor: 'low' },
};

/** A word out of a list, in any case, as the word it stands for. */
function oneOf<T extends string>(words: Record<string, T>, what: string) {
  return z.string().transform((text, check): T => {
    const word = words[text.toLowerCase()];
    if (word !== undefined) return word;
    const known = [...new Set(Object.values(words))].join(', ');
    check.addIssue(`“${text.slice(0, 60)}” is no ${what}; expected one of ${known}`);
    return z.NEVER;
  });
}

/** An id as its system writes it; unique among the rows of its kind. */
const rowId = z.string().min(1, 'is empty').max(300);
const name = z.string().min(1, 'is empty').max(300);
const given = rowId.nullish();

type Times = Record<string, unknown>;

/** Refuses an end before its beginning; says it at the end, where people look for the slip. */
function inOrder(start: string, end: string, verb: string) {
  return (row: Times, check: z.RefinementCtx) => {
    const from = row[start];
    const to = row[end];
    if (typeof from !== 'string' || typeof to !== 'string') return;
    if (Date.parse(to) >= Date.parse(from)) return;
    check.addIssue({
      code: 'custom',
      path: [end],
      message: `is ${to}, before it ${verb} at ${from}; correct one of the two`,
    });
  };
}

export const deploymentRow = z
  .strictObject({
    id: rowId,
    service: name,
    /** `production`, or a name that `productionEnvironments` lists. */
    environment: name,
    result: oneOf(resultWords, 'result of a deployment'),
    startedAt: instant.nullish(),
    /** Absent while it runs. */
    finishedAt: instant.nullish(),
    commit: z.string().max(300).nullish(),
    /** The deployment it is an unplanned fix of. */
    fixOf: given,
    /** The deployment it takes back. */
    rollbackOf: given,
    releaseId: given,
    /** Rows of one pipeline are one deployment to DevLake; to the others each is its own. */
    pipelineId: given,
  })
  .superRefine(inOrder('startedAt', 'finishedAt', 'started'))
  .superRefine((row, check) => {
    for (const field of ['fixOf', 'rollbackOf'] as const) {
      if (row[field] !== row.id) continue;
      check.addIssue({ code: 'custom', path: [field], message: 'names the deployment itself' });
    }
  });
export type DeploymentRow = z.infer<typeof deploymentRow>;

export const changeRow = z.strictObject({
  id: rowId,
  service: name,
  commit: z.string().max(300).nullish(),
  /** When its first commit was authored. Its order with the others is not refused: commits are rewritten. */
  firstCommitAt: instant.nullish(),
  openedAt: instant.nullish(),
  mergedAt: instant.nullish(),
  /** Given by hand: wins over every rule. */
  deploymentId: given,
});
export type ChangeRow = z.infer<typeof changeRow>;

export const incidentRow = z
  .strictObject({
    id: rowId,
    service: name,
    createdAt: instant,
    resolvedAt: instant.nullish(),
    severity: oneOf(severityWords, 'severity'),
    /** Given by hand: wins over every rule. */
    deploymentId: given,
  })
  .superRefine(inOrder('createdAt', 'resolvedAt', 'was created'));
export type IncidentRow = z.infer<typeof incidentRow>;

const gateRow = z
  .strictObject({
    /** What it is called; numbered where it is not given. */
    name: name.optional(),
    requestedAt: instant,
    decidedAt: instant.nullish(),
  })
  .superRefine(inOrder('requestedAt', 'decidedAt', 'was requested'));

export const releaseRow = z.strictObject({
  id: rowId,
  service: name,
  /** Its order with the start is not refused: ideas are written down after work began. */
  ideaAt: instant.nullish(),
  startedAt: instant.nullish(),
  gates: z.array(gateRow).max(1000).default([]),
});
export type ReleaseRow = z.infer<typeof releaseRow>;

const most = 1_000_000;

/**
 * Rows of one kind. An id twice with the same facts is one row; with other facts nobody can say
 * which holds, so it is refused at the later place. Looked at even where a row is wrong, so that
 * everything wrong is told at once.
 */
function rowsOf<T extends z.ZodType<{ id: string }>>(row: T) {
  return z
    .array(row)
    .max(most)
    .default([])
    .superRefine(
      (rows, check) => {
        const first = new Map<string, number>();
        rows.forEach((each, at) => {
          if (typeof each?.id !== 'string') return;
          const known = first.get(each.id);
          const other = known === undefined ? undefined : rows[known];
          if (known === undefined || other === undefined) first.set(each.id, at);
          else if (factsOf(other) !== factsOf(each)) {
            check.addIssue({
              code: 'custom',
              path: [at, 'id'],
              message: `“${each.id}” is also row ${known}, with other facts; keep the one that holds`,
            });
          }
        });
      },
      { when: ({ value }) => Array.isArray(value) },
    );
}

/** The facts of a row whatever the order of its fields; what is null is not given. */
function factsOf(row: object): string {
  const facts = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(facts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export const deploymentRows = rowsOf(deploymentRow);
export const changeRows = rowsOf(changeRow);
export const incidentRows = rowsOf(incidentRow);
export const releaseRows = rowsOf(releaseRow);
