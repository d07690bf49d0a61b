/** Labels an alert has to have, all of them. */
export type AlertSelector = readonly { label: string; value: string }[];

const pair = /^\s*([^\s=,"{}!~]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",{}=~\s][^",{}=]*?))\s*$/;

/**
 * `service=payments-api`, several joined by commas, values in quotation marks where they hold a comma:
 * which alerts of a connection are about a service. Null for what is no such thing.
 */
export function readSelector(text: string): AlertSelector | null {
  const bare = text.trim().replace(/^\{(.*)\}$/s, '$1');
  const parts = bare.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? [];
  if (parts.join(',').length !== bare.length) return null;
  const pairs = parts.map((part) => pair.exec(part));
  const read = pairs.flatMap((found) =>
    found === null
      ? []
      : [{ label: found[1] ?? '', value: found[2]?.replace(/\\(.)/gs, '$1') ?? found[3] ?? '' }],
  );
  return read.length === 0 || read.length !== pairs.length ? null : read;
}

/** A label as a selector of it is written. */
export function selectorOf(label: string, value: string): string {
  const isPlain = /^[^\s",{}=~\\][^",{}=\\]*$/.test(value) && value === value.trim();
  return `${label}=${isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}

export function selects(
  selector: AlertSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.every(
    ({ label, value }) => Object.hasOwn(labels, label) && labels[label] === value,
  );
}

/** What services are most often told apart by, most telling first. */
export const serviceLabels = [
  'service',
  'service_name',
  'app',
  'application',
  'app_kubernetes_io_name',
  'component',
  'deployment',
  'job',
  'namespace',
] as const;
