import { TabLinks } from './TabLinks.tsx';

const rooms = [
  { key: 'meetings', label: 'Meetings', href: '#/cab' },
  { key: 'packs', label: 'Packs', href: '#/cab/packs' },
];

/** What a board decides by: meetings, and packs for those without a network. */
export function CabTabs({ current }: { current: 'meetings' | 'packs' }) {
  return <TabLinks label="CAB" tabs={rooms} current={current} />;
}
