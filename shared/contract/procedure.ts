import type { z } from 'zod';
import type { ErrorCode, FieldMessages } from '#shared/model/refusal.ts';

/**
 * What a change is about. A command names the topics it touches, a query the topics its answer
 * depends on: an answer is out of date as soon as one of its topics is published.
 */
export const everyTopic = [
  'device',
  'workspace',
  'people',
  'services',
  'environments',
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'gates',
  'approvals',
  'connections',
  'pipelines',
  'incidents',
  'monitoring',
  'stakeholders',
  'tasks',
  'dependencies',
  'templates',
  'teams',
  'attachments',
  'comments',
  'views',
  'windows',
  'holidays',
  'bookings',
  'absences',
  'commitments',
  'trains',
  'exceptions',
  'assessments',
  'policies',
  'evidence',
  'controls',
  'raci',
  'deputies',
  'cab',
  'packs',
  'checklist-templates',
  'pitfalls',
  'parity',
  'lessons',
] as const;
export type Topic = (typeof everyTopic)[number];

export type Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'command';
  /** One sentence for people who call it from a shell. */
  about: string;
  input: I;
  output: O;
  topics: readonly Topic[];
};

type Parts<I, O> = { about: string; input: I; output: O; topics: readonly Topic[] };

/** A procedure that reads only: it journals nothing and runs on a read-only file. */
export function query<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>) {
  return { kind: 'query', ...parts } as const;
}

/** A procedure that changes something; it needs an acting person and is journaled. */
export function command<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>) {
  return { kind: 'command', ...parts } as const;
}

export type CallError = { code: ErrorCode; message: string; fields?: FieldMessages };

/** What every host answers to every call. */
export type Envelope<T = unknown> = { ok: true; value: T } | { ok: false; error: CallError };

/** How far long work has come. `total` is null while unknown; `endsInMs` is an estimate. */
export type Progress = {
  id: string;
  what: string;
  done: number;
  total: number | null;
  endsInMs: number | null;
  state: 'running' | 'done' | 'cancelled' | 'failed';
};

/** What the core tells its windows without being asked. */
export type AppEvent =
  | { type: 'changed'; topics: readonly Topic[] }
  | { type: 'progress'; progress: Progress }
  | { type: 'restarted'; message: string };
