import { createHash } from 'node:crypto';
import type { Handlers } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import { renderDossier } from '#core/reports/dossier/page.ts';
import { fileName } from '#core/file-name.ts';
import { controlsFile } from './controls-file.ts';
import { gatherControls } from './controls.ts';
import { gatherDossier } from './gather.ts';
import { statusFile } from './status-file.ts';
import { gatherStatus } from './status.ts';
import { timelinePdf } from './timeline-pdf.ts';

export const reports: Handlers<
  | 'reports.dossier'
  | 'reports.timelinePdf'
  | 'reports.status'
  | 'reports.statusFile'
  | 'reports.controls'
  | 'reports.controlsFile'
> = {
  'reports.dossier': ({ releaseId, at }, { store, now }) => {
    const facts = gatherDossier(store, releaseId, at === undefined ? now : toMs(at));
    const text = renderDossier(facts);
    return {
      fileName: fileName(facts.release.name, 'dossier', 'html'),
      mediaType: 'text/html',
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
  },

  'reports.status': (input, context) => gatherStatus(input, context).report,

  'reports.statusFile': (input, context) => statusFile(input, context),

  'reports.controls': (input, context) => gatherControls(input, context),

  'reports.controlsFile': (input, context) => controlsFile(input, context),

  'reports.timelinePdf': (input, context) => timelinePdf(input, context),
};
