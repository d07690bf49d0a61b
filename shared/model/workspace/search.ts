import { z } from 'zod';
import { id } from '../primitives.ts';
import { subjects } from './attached.ts';

/** What can be found, in the order answers have. */
export const hitKinds = [
  'release',
  'scope-item',
  'risk',
  'lesson',
  'person',
  'run',
  'comment',
  'attachment',
  'incident',
  'task',
  'dependency',
  'stakeholder',
  'component',
  'gate',
  'checklist-item',
  'service',
  'environment',
  'team',
  'template',
  'connection',
] as const;
export const hitKind = z.enum(hitKinds);
export type HitKind = z.infer<typeof hitKind>;

/** A piece of a text; the marked ones are words that were looked for. */
export const part = z.strictObject({ text: z.string(), marked: z.boolean() });
export type Part = z.infer<typeof part>;

export const hit = z.strictObject({
  kind: hitKind,
  id,
  /** The release it belongs to, which for a release is itself. */
  releaseId: id.nullable(),
  /** The name of that release. */
  release: z.string().nullable(),
  title: z.array(part),
  /** Where else the words are; empty when the title says it all. */
  excerpt: z.array(part),
  /** What a comment or a file is about; the connection a run came through. */
  about: z.strictObject({ kind: z.enum([...subjects, 'connection']), id }).nullable(),
});
export type Hit = z.infer<typeof hit>;

export const hitGroup = z.strictObject({
  kind: hitKind,
  hits: z.array(hit),
  /** Whether more of this kind fit. */
  more: z.boolean(),
});
export type HitGroup = z.infer<typeof hitGroup>;
