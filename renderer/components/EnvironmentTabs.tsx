import { TabLinks } from './TabLinks.tsx';

/** The rooms of the environments. */
const rooms = [
  { key: 'matrix', label: 'What runs where', href: '#/environments' },
  { key: 'parity', label: 'Parity', href: '#/environments/parity' },
];

/** Goes under the head of each room's page. */
export function EnvironmentTabs({ current }: { current: string }) {
  return <TabLinks label="Environments" tabs={rooms} current={current} />;
}
