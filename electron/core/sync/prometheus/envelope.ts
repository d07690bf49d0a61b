import { isRecord } from '../record.ts';
import { shorten, within, word, type Place } from '../reading/place.ts';

type Opened = { data: Record<string, unknown>; place: Place };

/**
 * What is in an answer's envelope; a thing without one is itself. Null with a warning where the query
 * failed, whatever came with it: an answer that is not whole must not pass for "no alerts". What
 * Prometheus itself warns of is passed on.
 */
export function opened(value: Record<string, unknown>, place: Place): Opened | null {
  const { status, error, errorType, warnings, data } = value;
  const failed = status !== undefined && word(asText(status)) !== 'success';
  if (failed || errorType !== undefined) {
    const said = [asText(errorType), asText(error)].filter((text) => text !== '').join(': ');
    place.warn('', `is no result: ${shorten(said || `status ${asText(status)}`, 300)}`);
    return null;
  }
  for (const [n, said] of (Array.isArray(warnings) ? warnings : []).entries()) {
    within(place, `warnings[${n}]`).warn('', shorten(asText(said) || 'a warning', 300));
  }
  if (data === undefined) return { data: value, place };
  if (isRecord(data)) return { data, place: within(place, 'data') };
  place.warn('data', 'expected an object');
  return null;
}

/** Whether an envelope holds one of these. */
export function holds(value: Record<string, unknown>, key: string): boolean {
  const { data } = value;
  return isRecord(data) && key in data;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
