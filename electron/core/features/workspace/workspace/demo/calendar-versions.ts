/** Counts calendar versions within each month: `2026.11.0`, `2026.11.1`, in the order they are asked for. */
export function createCalendarVersions(): (startDate: string) => string {
  const used = new Map<string, number>();
  return (startDate) => {
    const [year = '', month = ''] = startDate.split('-');
    const stem = `${year}.${month}`;
    const micro = used.get(stem) ?? 0;
    used.set(stem, micro + 1);
    return `${stem}.${micro}`;
  };
}

/** Versions with `calendar` replaced by the next one of its month. */
export function resolveVersions(
  versions: Record<string, string>,
  startDate: string,
  next: (startDate: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(versions).map(([service, version]) => [
      service,
      version === 'calendar' ? next(startDate) : version,
    ]),
  );
}

/** `Checkout {checkout}` becomes `Checkout 2026.11.0`. */
export function nameWith(name: string, versions: Record<string, string>): string {
  return name.replace(/\{(\w+)\}/g, (whole, service: string) => versions[service] ?? whole);
}
