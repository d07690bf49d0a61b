/** The parts of the settings in their order; the address carries the name of the open one. */
export const settingsSections = [
  'workspace',
  'people',
  'services',
  'environments',
  'templates',
  'policy',
  'risk',
  'responsibilities',
  'controls',
  'decisions',
  'device',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export function isSettingsSection(text: string): text is SettingsSection {
  return settingsSections.some((section) => section === text);
}
