import { z } from 'zod';
import { longestText } from './place.ts';

/**
 * Fields as loose as providers are: anything but a key may be null or absent, and enumerations are
 * text, because providers add values. Nothing is transformed here: that costs more than the check.
 */
export const text = z.string().max(longestText).nullish();

/** A number, or one written as text. */
export const count = z
  .union([z.int(), z.string().regex(/^\d{1,9}$/, 'expected a number without a fraction')])
  .nullish();

/** Ids pass 2^31; as numbers they are exact up to 2^53 only, above which they must come as text. */
export const numericId = z.union([
  z.int().nonnegative(),
  z.string().regex(/^\d{1,20}$/, 'expected a number without a fraction'),
]);

export const flag = z.boolean().nullish();

/** The field as a number; null where it is absent. */
export function numberOf(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** Milliseconds since 1970, as Jenkins writes them; as text too. */
export const milliseconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/, 'expected milliseconds')
      .transform(Number),
  ])
  .nullish();
