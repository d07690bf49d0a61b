export { StakeholderInspector } from './StakeholderInspector.tsx';
export { StakeholdersSection } from './StakeholdersSection.tsx';
