import type { Handlers } from '#core/context.ts';

export const reports: Handlers<'reports.dossier'> = {
  'reports.dossier': () => ({ fileName: '', mediaType: 'text/html', text: '', sha256: '' }),
};
