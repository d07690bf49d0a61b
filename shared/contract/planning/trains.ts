import { z } from 'zod';
import {
  dateText,
  id,
  longText,
  minutes,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { releaseType } from '#shared/model/planning/releases.ts';
import { departure, shiftPreview, trainView } from '#shared/model/planning/train-views.ts';
import { trainOffsets } from '#shared/model/planning/trains.ts';
import { recurrenceText, wallTimeText } from '#shared/model/planning/windows.ts';
import { command, query } from '../procedure.ts';

const timesInput = {
  zone,
  startWall: wallTimeText,
  recurrence: recurrenceText.min(1, 'is empty; say how often the train departs'),
  durationMinutes: minutes.min(1, 'is 0; give at least a minute').default(60),
  holidayCalendarId: id.nullable().default(null),
  offsets: trainOffsets,
};

const trainInput = {
  name: shortText,
  ...timesInput,
  environmentId: id,
  serviceIds: z.array(id).max(500).default([]),
  ownerId: id,
  type: releaseType.default('minor'),
  templateId: id.nullable().default(null),
  note: longText.default(''),
};

const count = z.number().int().min(1).max(52);
const changed = ['trains'] as const;
const made = ['trains', 'releases', 'gates', 'checklists', 'tasks'] as const;
const depends = [
  'trains',
  'releases',
  'tasks',
  'scope',
  'holidays',
  'services',
  'workspace',
] as const;

export const trains = {
  'trains.list': query({
    about: 'Lists the release trains by name, each with its next departures and what they carry.',
    input: z.strictObject({ count: count.default(8) }),
    output: z.array(trainView),
    topics: depends,
  }),
  'trains.preview': query({
    about:
      'Says when a train that is not saved would depart, with the dates before each departure.',
    input: z.strictObject({ ...timesInput, count: count.default(5) }),
    output: z.array(departure),
    topics: ['holidays', 'workspace'],
  }),
  'trains.create': command({
    about:
      'Adds a release train: a cadence in wall-clock time, and dates as working days before each departure.',
    input: z.strictObject(trainInput),
    output: trainView,
    topics: changed,
  }),
  'trains.update': command({
    about: 'Changes a train; releases it made already stay as they are.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      name: shortText.optional(),
      zone: zone.optional(),
      startWall: wallTimeText.optional(),
      recurrence: timesInput.recurrence.optional(),
      durationMinutes: minutes.min(1).optional(),
      holidayCalendarId: id.nullable().optional(),
      offsets: trainOffsets.optional(),
      environmentId: id.optional(),
      serviceIds: z.array(id).max(500).optional(),
      ownerId: id.optional(),
      type: releaseType.optional(),
      templateId: id.nullable().optional(),
      note: longText.optional(),
    }),
    output: trainView,
    topics: changed,
  }),
  'trains.remove': command({
    about: 'Takes a train out; releases it made stay, and say that it is gone.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: changed,
  }),
  'trains.generate': command({
    about: 'Makes the releases of the next departures that have none yet and are not left out.',
    input: z.strictObject({ id, count }),
    output: z.strictObject({
      releaseIds: z.array(id),
      /** What people have to add themselves, a sentence each. */
      notes: z.array(z.string()),
    }),
    topics: made,
  }),
  'trains.skip': command({
    about: 'Leaves one departure out, without touching the others.',
    input: z.strictObject({ id, on: dateText }),
    output: trainView,
    topics: changed,
  }),
  'trains.keep': command({
    about: 'Takes a departure up again that was left out.',
    input: z.strictObject({ id, on: dateText }),
    output: trainView,
    topics: changed,
  }),
  'trains.previewShift': query({
    about: 'Says what shifting the release of one departure would move, and what stays by hand.',
    input: z.strictObject({ releaseId: id, startAt: plannedAt }),
    output: shiftPreview,
    topics: depends,
  }),
  'trains.shift': command({
    about:
      'Shifts the release of one departure with the dates its train gave it; dates edited by hand stay.',
    input: z.strictObject({ releaseId: id, startAt: plannedAt }),
    output: shiftPreview,
    topics: made,
  }),
  'trains.passOn': command({
    about: 'Moves the scope that missed a train to the next release of it.',
    input: z.strictObject({
      releaseId: id,
      /** Only these items; absent takes all that are neither done nor dropped. */
      itemIds: z.array(id).min(1).max(500).optional(),
    }),
    output: z.strictObject({ toReleaseId: id, moved: z.number().int() }),
    topics: ['scope', 'gates', 'releases', 'trains', 'attachments', 'comments'],
  }),
};
