/** How often a connection can be synced by itself, in minutes. */
export const paces: readonly { value: string; label: string }[] = [
  { value: '', label: 'Never: only when somebody asks' },
  { value: '5', label: 'Every 5 minutes' },
  { value: '15', label: 'Every 15 minutes' },
  { value: '30', label: 'Every 30 minutes' },
  { value: '60', label: 'Every hour' },
  { value: '360', label: 'Every 6 hours' },
  { value: '1440', label: 'Every day' },
];

/** A pace in words, also one that was set from elsewhere. */
export function paceWords(minutes: string): string {
  return paces.find(({ value }) => value === minutes)?.label ?? `Every ${minutes} minutes`;
}
