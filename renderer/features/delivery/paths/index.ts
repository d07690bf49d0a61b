export { ReleasePath } from './ReleasePath.tsx';
