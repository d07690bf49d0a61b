import { z } from 'zod';
import { suppliedFile } from '#shared/model/given-file.ts';
import {
  evidenceKind,
  evidenceSummary,
  evidenceView,
  reportItem,
  reportKind,
} from '#shared/model/governance/evidence.ts';
import { id } from '#shared/model/primitives.ts';
import { query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

export const evidence = {
  'evidence.read': query({
    about:
      'Reads a report file (JUnit, SARIF, Cobertura, lcov, CycloneDX, k6, JMeter) and tells what it says; writes nothing.',
    input: z.strictObject({
      /** Absent lets the file tell what it is. */
      kind: reportKind.optional(),
      file: suppliedFile,
      progressId,
    }),
    output: z.strictObject({
      kind: reportKind,
      name: z.string(),
      tool: z.string(),
      summary: evidenceSummary,
      /** The first failures, findings or components, the worst first, and how many there are. */
      items: z.array(reportItem),
      total: z.number().int(),
      notes: z.array(z.string()),
      /** SHA-256 of the file, hexadecimal. */
      digest: z.string(),
      bytes: z.number().int(),
    }),
    topics: [],
  }),
  'evidence.list': query({
    about: 'Lists the evidence of a release, of all its gates, the newest first.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(evidenceView),
    topics: ['evidence', 'gates', 'releases', 'people', 'attachments'],
  }),
  'evidence.details': query({
    about: 'Gives the single failures, findings or components of a report that was added.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      kind: evidenceKind,
      items: z.array(reportItem),
      total: z.number().int(),
      notes: z.array(z.string()),
    }),
    topics: ['evidence'],
  }),
};
