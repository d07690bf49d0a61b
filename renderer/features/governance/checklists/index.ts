export { ChecklistTab } from './ChecklistTab.tsx';
