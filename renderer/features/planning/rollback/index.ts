export { RollbackTab } from './RollbackTab.tsx';
