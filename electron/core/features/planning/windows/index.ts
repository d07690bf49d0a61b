export { bandsIn } from './bands.ts';
