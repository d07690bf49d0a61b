/** What stands in the way of taking an import back, as a sentence with the way out; null for nothing. */
export function whyNotTakenBack({
  name,
  isTakenBack,
  changedLater,
  reliedOn,
}: {
  name: string;
  isTakenBack: boolean;
  /** How many of its rows a later import changed again. */
  changedLater: number;
  /** Runs of it somebody acknowledged. */
  reliedOn: readonly { run: string; by: string }[];
}): string | null {
  if (isTakenBack) return `The import of ${name} was taken back already; nothing was changed.`;
  const [first, ...others] = reliedOn;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `${first.by} acknowledged ${first.run}${more}, which came with this import. What people relied on stays; where it is wrong, record a no-go at the gate.`;
  }
  if (changedLater > 0) {
    const rows = changedLater === 1 ? 'One of its rows was' : `${changedLater} of its rows were`;
    return `${rows} changed by a later import. Take the later one back first.`;
  }
  return null;
}
