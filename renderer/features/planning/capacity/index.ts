export { CommitmentsSection } from './CommitmentsSection.tsx';
