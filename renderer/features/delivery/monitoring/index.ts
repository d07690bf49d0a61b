export { AfterWithMonitoring } from './AfterWithMonitoring.tsx';
export { AlertsPanel } from './alerts/AlertsPanel.tsx';
