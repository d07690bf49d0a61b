export { TeamsSection } from './TeamsSection.tsx';
