export { PlacementView } from './Placement.tsx';
export { checkInWords } from './placement-words.ts';
export { usePlacement } from './use-placement.ts';
export { MoveDialog } from './MoveDialog.tsx';
export { useMoving } from './use-moving.ts';
