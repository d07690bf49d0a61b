import { TabLinks } from '../../../components/TabLinks.tsx';

const rooms = [
  { key: 'items', label: 'Items', href: '#/checklists' },
  { key: 'templates', label: 'Templates', href: '#/checklists/templates' },
];

/** The rooms of the checklists. */
export function ChecklistTabs({ current }: { current: string }) {
  return <TabLinks label="Checklists" tabs={rooms} current={current} />;
}
