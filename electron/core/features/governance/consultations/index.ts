export { consultations } from './handlers.ts';
