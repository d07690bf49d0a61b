export { DeploymentsPanel } from './DeploymentsPanel.tsx';
export { DeploymentsTable } from './DeploymentsTable.tsx';
