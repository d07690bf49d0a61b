import type { Input } from '#shared/contract/index.ts';
import { releaseType } from '#shared/model/planning/releases.ts';
import type { TrainView } from '#shared/model/planning/train-views.ts';
import type { TrainMark, TrainOffsets } from '#shared/model/planning/trains.ts';
import { workingDayFrom } from '#shared/rules/planning/working-days.ts';
import { fieldsOf, timesOf } from '../windows/index.ts';
import type { WindowFields } from '../windows/index.ts';

/** What a train has beside its cadence, all of it as typed; an empty offset is a date it does not have. */
export type TrainFields = {
  name: string;
  duration: string;
  environmentId: string;
  serviceIds: string[];
  ownerId: string;
  type: string;
  templateId: string;
  holidayCalendarId: string;
  note: string;
} & Record<TrainMark, string>;

const usual: Record<TrainMark, string> = {
  ...{ 'cut-off': '10', 'scope-freeze': '8', 'qa-start': '6', 'qa-end': '2', 'go-no-go': '1' },
};

export function trainFields(train: TrainView | null, first: Partial<TrainFields>): TrainFields {
  if (train === null) {
    return {
      ...{ name: '', duration: '60', environmentId: '', serviceIds: [], ownerId: '' },
      ...{ type: 'minor', templateId: '', holidayCalendarId: '', note: '' },
      ...usual,
      ...first,
    };
  }
  const { name, durationMinutes, environmentId, serviceIds, ownerId, type, note, offsets } = train;
  return {
    ...{ name, duration: String(durationMinutes), environmentId, serviceIds, ownerId, type, note },
    templateId: train.templateId ?? '',
    holidayCalendarId: train.holidayCalendarId ?? '',
    ...offsetTexts(offsets),
  };
}

function offsetTexts(offsets: TrainOffsets): Record<TrainMark, string> {
  const text = (mark: TrainMark) => String(offsets[mark] ?? '');
  return {
    ...{ 'cut-off': text('cut-off'), 'scope-freeze': text('scope-freeze') },
    ...{ 'qa-start': text('qa-start'), 'qa-end': text('qa-end'), 'go-no-go': text('go-no-go') },
  };
}

/** The cadence as the form of windows has it: a train departs where a window starts. */
export function cadenceFields(
  train: TrainView | null,
  around: { zone: string; now: string },
): WindowFields {
  const begun = fieldsOf(null, around);
  if (train === null) {
    const startDate = workingDayFrom(begun.startDate, [1, 2, 3, 4, 5]);
    return { ...begun, startDate, every: 'week', interval: '2', days: [] };
  }
  const { zone, startWall, recurrence } = train;
  const window = { ...noWindow, zone, startWall, endWall: startWall, recurrence };
  return { ...begun, ...fieldsOf(window, around) };
}

const noWindow = {
  ...{ id: '', rev: 1, kind: 'deployment', name: '', note: '', uid: '', authorityId: null },
  ...{ serviceIds: [], environmentIds: [], regions: [], changes: [] },
} satisfies Partial<Parameters<typeof fieldsOf>[0]>;

export type TrainInput = Input<'trains.create'>;

export function previewOf(fields: TrainFields, cadence: WindowFields): Input<'trains.preview'> {
  const { zone, startWall, recurrence } = timesOf(cadence);
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);
  return {
    ...{ zone, startWall, recurrence, count: 3 },
    durationMinutes: number(fields.duration) ?? 0,
    holidayCalendarId: fields.holidayCalendarId === '' ? null : fields.holidayCalendarId,
    offsets: {
      ...{ 'cut-off': number(fields['cut-off']), 'scope-freeze': number(fields['scope-freeze']) },
      ...{ 'qa-start': number(fields['qa-start']), 'qa-end': number(fields['qa-end']) },
      ...{ 'go-no-go': number(fields['go-no-go']) },
    },
  };
}

export function inputOf(fields: TrainFields, cadence: WindowFields): TrainInput {
  const { count: _count, ...times } = previewOf(fields, cadence);
  const { name, environmentId, serviceIds, ownerId, note, templateId } = fields;
  return {
    ...{ ...times, name, environmentId, serviceIds, ownerId, note },
    type: releaseType.parse(fields.type),
    templateId: templateId === '' ? null : templateId,
  };
}
