export { ChecklistTab } from './ChecklistTab.tsx';
export { ChecklistTabs } from './ChecklistTabs.tsx';
export { phaseWords } from './checklist-groups.ts';
export { wishOptions } from './item-words.ts';
