type Option = { value: string; label: string; group?: string };

/** Zones to choose from: those in use here first, then all the engine knows by their continent. */
export function zoneOptions(workspaceZone: string, chosen: string): Option[] {
  const first = [...new Set([workspaceZone, 'UTC', chosen])].filter((zone) => zone !== '');
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
  return [
    ...first.map((zone) => ({ value: zone, label: zone, group: 'In use' })),
    ...rest.map((zone) => ({ value: zone, label: zone, group: zone.split('/')[0] ?? zone })),
  ];
}
