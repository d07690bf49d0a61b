import type { CallError } from '#shared/contract/procedure.ts';

/** Why the core refused lines, by their number: it counts the rows among those that were sent. */
export function refusedLines(
  error: CallError | null,
  sent: readonly { line: number }[],
): Map<number, string> {
  const lines = new Map<number, string>();
  for (const [path, message] of Object.entries(error?.fields ?? {})) {
    const [, index, field] = path.split('.');
    const line = sent[Number(index)]?.line;
    if (line !== undefined) lines.set(line, `The ${field ?? 'row'} ${message}.`);
  }
  return lines;
}
