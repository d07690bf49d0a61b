import { z } from 'zod';
import { dateText, id, instant } from '#shared/model/primitives.ts';
import { timelineView } from '#shared/model/planning/timeline.ts';
import { controlsReport } from '#shared/model/reports/controls.ts';
import { statusReport } from '#shared/model/reports/status.ts';
import { formatLocales } from '#shared/model/workspace/formats.ts';
import { query } from '../procedure.ts';

/** Milliseconds since 1970, until 2300. */
const moment = z.number().int().min(0).max(10_413_792_000_000);

const statusAsked = {
  /** Any day of the first of the two weeks; absent takes the present one. */
  week: dateText.optional(),
  /** Shows the releases of this service alone. */
  serviceId: id.optional(),
};

/** What a status page hangs on. */
const statusTopics = [
  'workspace',
  'people',
  'services',
  'environments',
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'gates',
  'approvals',
  'connections',
  'pipelines',
  'incidents',
  'tasks',
  'dependencies',
  'windows',
  'holidays',
  'bookings',
  'absences',
  'exceptions',
  'evidence',
  'policies',
  'assessments',
  'controls',
  'deputies',
  'trains',
] as const;

const controlsAsked = {
  /** First and last day in the workspace's zone, both counted. */
  from: dateText,
  to: dateText,
  /** Only these controls; absent takes all. */
  controlIds: z.array(id).min(1).max(1000).optional(),
};

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const outOfOrder = { error: 'is before the first day; give a later one', path: ['to'] };

export const reports = {
  'reports.status': query({
    about:
      'Gives a page for stakeholders: what ships in two weeks, what is at risk and why, what waits for whom, and what was decided.',
    input: z.strictObject(statusAsked),
    output: statusReport,
    topics: statusTopics,
  }),
  'reports.statusFile': query({
    about: 'Gives the status page as an HTML file, as a draft for a mail program, or as text.',
    input: z.strictObject({
      ...statusAsked,
      format: z.enum(['html', 'eml', 'text']),
      /** Whom a draft is for: nobody yet, or the stakeholders who are informed. */
      to: z.enum(['nobody', 'informed']).default('nobody'),
    }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.enum(['text/html', 'message/rfc822', 'text/plain']),
      text: z.string(),
      /** How many addresses a draft has. */
      recipients: z.number().int(),
    }),
    topics: [],
  }),
  'reports.controls': query({
    about:
      'Gives the controls as an auditor asks about them: one by one, what proves each in the releases that went out in a period.',
    input: z.strictObject(controlsAsked).refine(inOrder, outOfOrder),
    output: controlsReport,
    topics: statusTopics,
  }),
  'reports.controlsFile': query({
    about: 'Gives the same as an HTML file, as a table (CSV), or as JSON.',
    input: z
      .strictObject({ ...controlsAsked, format: z.enum(['html', 'csv', 'json']) })
      .refine(inOrder, outOfOrder),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.enum(['text/html', 'text/csv', 'application/json']),
      text: z.string(),
    }),
    topics: [],
  }),
  'reports.dossier': query({
    about: 'Gives a release as one self-contained HTML file, the same bytes for the same facts.',
    input: z.strictObject({
      releaseId: id,
      /** The time the dossier speaks of; absent takes the present. */
      at: instant.optional(),
    }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('text/html'),
      text: z.string(),
      sha256: z.string(),
    }),
    topics: [],
  }),
  'reports.timelinePdf': query({
    about: 'Gives a span of the timeline, with all its rows, as a PDF on landscape pages.',
    input: z
      .strictObject({
        view: timelineView.prefault({}),
        from: moment,
        to: moment,
        paper: z.enum(['A4', 'A3']).default('A4'),
        /** In which manner dates are written. */
        locale: z.enum(formatLocales).default('en-GB'),
      })
      .refine(({ from, to }) => from < to, {
        error: 'is not after the beginning of the span; give a later time',
        path: ['to'],
      }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      /** The bytes as base64. */
      content: z.string(),
      pages: z.number().int(),
    }),
    topics: [],
  }),
};
