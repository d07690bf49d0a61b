import { TabLinks } from '../../../../components/TabLinks.tsx';

const rooms = [
  { key: 'register', label: 'Register', href: '#/releases/risks' },
  { key: 'calibration', label: 'Calibration', href: '#/releases/risks/calibration' },
];

/** The rooms of the risk register. */
export function RegisterTabs({ current }: { current: string }) {
  return <TabLinks label="Risk register" tabs={rooms} current={current} />;
}
