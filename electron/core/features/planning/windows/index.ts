export { bandsIn, freezeSpans } from './bands.ts';
