export { placeText } from './deployment-words.ts';
export { DeploymentsPanel } from './DeploymentsPanel.tsx';
export { DeploymentsTable } from './DeploymentsTable.tsx';
export { PlaceCell } from './PlaceCell.tsx';
