import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { alertStatus, worstOfEach } from '../reading/alert-status.ts';
import { text } from '../reading/fields.ts';
import { boundedKey } from '../reading/keys.ts';
import { labelKey, labelSet, labelsOf, noteIn } from '../reading/labels.ts';
import { storable, within, type Place } from '../reading/place.ts';
import { holds, opened } from './envelope.ts';

const alert = z.object({
  labels: labelSet,
  annotations: labelSet,
  state: text,
  activeAt: text,
});

/** Alerts that fire or are about to. */
export const alerts: AnswerKind = {
  kinds: ['alerts', 'alert'],
  listAt: [],
  isRow: (value) =>
    !('query' in value || 'rules' in value) &&
    (holds(value, 'alerts') || 'alerts' in value || ('labels' in value && 'state' in value)),
  read(value, outer) {
    const envelope = opened(value, outer);
    if (envelope === null) return [];
    const { data, place } = envelope;
    if (!('alerts' in data)) return alertRow(data, place);
    const list = data['alerts'];
    if (list === null) return [];
    if (!Array.isArray(list)) {
      place.warn('alerts', 'expected a list');
      return [];
    }
    return list.flatMap((each, n) => alertRow(each, within(place, `alerts[${n}]`)));
  },
  settle: worstOfEach,
};

function alertRow(value: unknown, place: Place): NormalisedRow[] {
  const found = shaped(alert, value, place, 'the alert');
  if (found === null) return [];
  const labels = labelsOf(found.labels);
  return [
    {
      kind: 'alert',
      externalId: boundedKey(labelKey(labels)),
      status: alertStatus(found.state),
      warnings: false,
      rawStatus: storable(found.state),
      rawResult: null,
      url: null,
      name: labels['alertname'] ?? '',
      labels,
      note: noteIn(found.annotations),
      startedAt: place.date('activeAt', found.activeAt),
      ...{ updatedAt: null, finishedAt: null },
    },
  ];
}
