export { AlertsPanel } from './alerts/AlertsPanel.tsx';
