export { FamilySection } from './FamilySection.tsx';
export { MoveTogetherDialog } from './MoveTogetherDialog.tsx';
