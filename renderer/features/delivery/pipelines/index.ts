export { ImportButton } from './ImportButton.tsx';
export { ImportProgress } from './ImportProgress.tsx';
export { ImportsPanel } from './ImportsPanel.tsx';
export { RunFilters } from './RunFilters.tsx';
export { providerActions, ProviderLink } from './ProviderLink.tsx';
export { runLook } from './run-words.ts';
export { RunsPanel } from './RunsPanel.tsx';
export { RunsTable } from './RunsTable.tsx';
export { useImportFile } from './use-import-file.ts';
