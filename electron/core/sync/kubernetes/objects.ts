import { z } from 'zod';
import { text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';

export const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullish();

const labels = z.record(z.string(), z.unknown()).nullish();

export const metadata = z.object({
  name: z.string().min(1).max(253),
  namespace: z.string().max(253).nullish(),
  generation: number,
  annotations: labels,
  labels,
  ownerReferences: z.array(z.object({ kind: text })).nullish(),
});

export const condition = z.object({
  type: text,
  status: text,
  reason: text,
  message: text,
  lastUpdateTime: text,
  lastTransitionTime: text,
});
export type Condition = z.infer<typeof condition>;

export const conditions = z.array(condition).nullish();

export const template = z
  .object({
    spec: z.object({ containers: z.array(z.object({ image: text })).nullish() }).nullish(),
  })
  .nullish();

export function imagesOf(found: z.infer<typeof template>): string[] {
  return (found?.spec?.containers ?? [])
    .map(({ image }) => storable(image) ?? '')
    .filter((image) => image !== '');
}

/** The condition of a type, where it is there and, when asked, holds. */
export function conditionOf(
  all: readonly Condition[] | null | undefined,
  type: string,
  status?: string,
): Condition | undefined {
  return (all ?? []).find(
    (each) => word(each.type) === type && (status === undefined || word(each.status) === status),
  );
}

/** The last thing that was said, as text: the newest of the conditions' dates. */
export function newest(all: readonly Condition[] | null | undefined): string | null {
  const dates = (all ?? []).map((each) => each.lastUpdateTime || each.lastTransitionTime || '');
  return dates.toSorted().at(-1) || null;
}

export function textAt(map: Record<string, unknown> | null | undefined, key: string) {
  const value = map?.[key];
  return typeof value === 'string' ? storable(value) : null;
}
