import type { SelectOption } from '../../../components/form/SelectInput.tsx';

/** The zone this machine is set to. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Every zone this engine knows, by continent. `present` is added where the list lacks it: engines
 * leave UTC and old names out, yet a machine or a workspace may be set to one.
 */
export function zoneOptions(present: string): SelectOption[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present]);
  return [...known].toSorted().map((zone) => {
    const [continent = '', ...place] = zone.split('/');
    const city = place.join(', ').replaceAll('_', ' ');
    return city === ''
      ? { value: zone, label: zone, group: 'Other' }
      : { value: zone, label: `${city} (${zone})`, group: continent };
  });
}
