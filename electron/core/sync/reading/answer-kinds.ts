import type { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { placeAt, type Place } from './place.ts';

export type NormalisedAnswer = { rows: NormalisedRow[]; warnings: ImportWarning[] };

/**
 * One answer of a provider: what it is called, where its rows lie, how a row of it is known, and what
 * a row becomes. A row given alone, a list, an envelope and a list of envelopes are read alike.
 */
export type AnswerKind = {
  /** Its names in `kind`; the first is said in refusals. */
  kinds: readonly [string, ...string[]];
  /** The keys an envelope may hold the rows under: `value`, `items`. */
  listAt: readonly string[];
  /** The keys an envelope may hold things under that its rows name, and that are none themselves. */
  namedAt?: readonly string[];
  /** Whether a thing is a row of this answer, whatever is wrong with its fields. */
  isRow(value: Record<string, unknown>): boolean;
  /**
   * The rows a thing becomes; what cannot be taken is warned of at its place. `all` are the things
   * of the same answer, for those that say something of each other.
   */
  read(
    value: Record<string, unknown>,
    place: Place,
    all: readonly Record<string, unknown>[],
  ): NormalisedRow[];
  /** What is left of the rows of an answer that repeats them. */
  settle?(rows: NormalisedRow[]): NormalisedRow[];
};

/**
 * Rows from a recorded answer. With `kind` the answer is believed to be of it; without, its shape
 * must tell. Refuses (`invalid_input`) a kind that is not known and an answer that is none of these.
 */
export function readAnswer(
  provider: string,
  answers: readonly AnswerKind[],
  kind: string | undefined,
  payload: unknown,
): NormalisedAnswer {
  const names = answers.map(({ kinds }) => kinds[0]);
  if (kind !== undefined) {
    const asked = answers.find(({ kinds }) => kinds.includes(kind));
    if (asked === undefined) {
      throw refuse('kind', `Expected the kind to be ${oneOf(names)}, found “${kind}”`);
    }
    if (typeof payload === 'object' && payload !== null) return readRows(asked, payload);
  } else {
    const seen = answers.find((each) => looksLike(each, payload));
    if (seen !== undefined) return readRows(seen, payload);
  }
  throw refuse(
    'payload',
    `Expected an answer of ${provider} (${oneOf(names)}), found ${describe(payload)}`,
  );
}

/** One thing that may become rows, with its place in the answer (`value[3]`). */
type RawRow = { raw: unknown; at: string };

/** The things in an answer of any of the shapes; what is no envelope counts as one itself. */
function rawRows(listAt: readonly string[], payload: unknown, at = ''): RawRow[] {
  const found = listIn(listAt, payload);
  if (found !== null) {
    const name = at === '' ? found.key : `${at}.${found.key}`;
    const itemKind = kindOfItems(payload);
    return found.list.map((raw, n) => ({ raw: withKind(raw, itemKind), at: `${name}[${n}]` }));
  }
  if (Array.isArray(payload) && at === '') {
    return payload.flatMap((each, n) => rawRows(listAt, each, `[${n}]`));
  }
  return [{ raw: payload, at: at === '' ? 'row' : at }];
}

function readRows(answer: AnswerKind, payload: unknown): NormalisedAnswer {
  const warnings: ImportWarning[] = [];
  const found = rawRows(answer.listAt, payload);
  const named = namedThings(answer.namedAt ?? [], payload);
  const all = [...found.map(({ raw }) => raw), ...named].filter(isRecord);
  const rows = found.flatMap(({ raw, at }) => {
    const place = placeAt(at, warnings);
    if (isRecord(raw)) return answer.read(raw, place, all);
    place.warn('', `expected an object, found ${kindOfValue(raw)}`);
    return [];
  });
  return { rows: answer.settle?.(rows) ?? rows, warnings };
}

/** The list of an envelope; null written there is an empty one. */
function listIn(
  listAt: readonly string[],
  value: unknown,
): { key: string; list: readonly unknown[] } | null {
  if (!isRecord(value)) return null;
  for (const key of listAt) {
    const list = value[key];
    if (Array.isArray(list)) return { key, list };
    if (list === null) return { key, list: [] };
  }
  return null;
}

function namedThings(namedAt: readonly string[], payload: unknown): unknown[] {
  const envelopes: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  return envelopes.flatMap((each) => namedAt.flatMap((key) => listIn([key], each)?.list ?? []));
}

/** Kubernetes says what its items are in the list only: `DeploymentList`. */
function kindOfItems(envelope: unknown): string | undefined {
  const kind = isRecord(envelope) ? envelope['kind'] : undefined;
  return typeof kind === 'string' ? /^(\w+)List$/.exec(kind)?.[1] : undefined;
}

function withKind(raw: unknown, kind: string | undefined): unknown {
  return kind !== undefined && isRecord(raw) && !('kind' in raw) ? { ...raw, kind } : raw;
}

function looksLike(answer: AnswerKind, payload: unknown): boolean {
  if (Array.isArray(payload) && payload.length === 0) return true;
  const rows = rawRows(answer.listAt, payload);
  // An envelope without rows is known by the key of its list alone.
  if (rows.length === 0) return true;
  return rows.some(({ raw }) => isRecord(raw) && answer.isRow(raw));
}

/** The row as its schema has it, or null with a warning that says what does not fit. */
export function shaped<T extends z.ZodType>(
  schema: T,
  value: unknown,
  place: Place,
  what: string,
): z.infer<T> | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || what}: ${message}`)
    .join('; ');
  place.warn('', reason);
  return null;
}

/** What a payload that is not what was expected looks like instead, for a refusal. */
export function describe(payload: unknown): string {
  const sample: unknown = Array.isArray(payload) ? payload[0] : payload;
  const list = Array.isArray(payload) ? 'a list that begins with ' : '';
  if (!isRecord(sample)) return `${list}${kindOfValue(sample)}`;
  for (const key of ['message', 'error', 'ErrorMessage'] as const) {
    const said = sample[key];
    if (typeof said === 'string') return `an error, “${said.slice(0, 200)}”`;
  }
  for (const key of ['errors', 'errorMessages'] as const) {
    const said = firstSaid(sample[key]);
    if (said !== null) return `an error, “${said.slice(0, 200)}”`;
  }
  const keys = Object.keys(sample).slice(0, 6).join(', ');
  return `${list}an object with ${keys || 'no keys'}`.slice(0, 300);
}

/** What a list of errors begins with: registries send objects, Jira text. */
function firstSaid(errors: unknown): string | null {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const said = isRecord(first) ? (first['message'] ?? first['code']) : first;
  return typeof said === 'string' ? said : null;
}

function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
