export { RisksTab } from './RisksTab.tsx';
export { RegisterTabs } from './register/RegisterTabs.tsx';
