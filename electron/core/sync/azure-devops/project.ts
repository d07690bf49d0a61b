import { z } from 'zod';
import { text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';

export const webLinks = z
  .object({ web: z.object({ href: text }).nullish(), self: z.object({ href: text }).nullish() })
  .nullish();

/** The project in one of Azure's own addresses (`…/{org}/{project}/_apis/…`); null in none. */
export function projectIn(url: string | null | undefined): string | null {
  const [, name] = /\/([^/?#]+)\/_apis\//.exec(url ?? '') ?? [];
  return name === undefined ? null : storable(name);
}

/** The name people know a branch by; a pull request's reference stays as it is. */
export function branchOf(reference: string | null | undefined): string | null {
  return storable(reference?.replace(/^refs\/heads\//, ''));
}

export const approvalList = z.array(z.object({ status: text })).nullish();

export const named = z.object({ name: text }).nullish();

type Word = string | null | undefined;

/** A definition by its folder and name, `\payments\api`: the name alone is unique in its folder only. */
export function definitionKey(folder: Word, name: Word): string {
  const path = (storable(folder) ?? '').replace(/\\+$/, '');
  return path === '' ? (storable(name) ?? '') : `${path}\\${storable(name) ?? ''}`;
}
