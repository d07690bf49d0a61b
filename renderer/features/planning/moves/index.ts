export { FamilySection } from './FamilySection.tsx';
export { PathSection } from './PathSection.tsx';
export { MoveTogetherDialog } from './MoveTogetherDialog.tsx';
