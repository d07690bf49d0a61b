export { bandsIn, freezeSpans } from './bands.ts';
export { freezesAround } from './freezes.ts';
