export { CalendarFileMenu } from './CalendarFileMenu.tsx';
export { PublishSection } from './PublishSection.tsx';
