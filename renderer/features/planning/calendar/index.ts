export { PlacementView } from './Placement.tsx';
export { checkInWords } from './placement-words.ts';
export { usePlacement } from './use-placement.ts';
