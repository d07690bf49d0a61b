export { listServices } from './rows.ts';
