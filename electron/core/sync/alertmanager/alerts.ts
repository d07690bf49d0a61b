import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { alertStatus, worstOfEach } from '../reading/alert-status.ts';
import { text } from '../reading/fields.ts';
import { boundedKey } from '../reading/keys.ts';
import { labelKey, labelSet, labelsOf, noteIn } from '../reading/labels.ts';
import { storable, within, type Place } from '../reading/place.ts';

const alert = z.object({
  fingerprint: text,
  labels: labelSet,
  annotations: labelSet,
  startsAt: text,
  endsAt: text,
  updatedAt: text,
  generatorURL: text,
  /** An object by API, the state alone in what is posted to a receiver. */
  status: z.union([z.object({ state: text }), z.string().max(200)]).nullish(),
});

/** Alerts, bare or in the groups they are sent in. */
export const alerts: AnswerKind = {
  kinds: ['alerts', 'alert', 'groups', 'group'],
  listAt: ['data'],
  isRow: (value) =>
    Array.isArray(value['alerts']) ||
    ('labels' in value && ('fingerprint' in value || 'startsAt' in value)),
  read(value, place) {
    const { alerts: grouped } = value;
    if (grouped === undefined) return alertRow(value, place);
    if (grouped === null) return [];
    if (!Array.isArray(grouped)) {
      place.warn('alerts', 'expected a list');
      return [];
    }
    return grouped.flatMap((each, n) => alertRow(each, within(place, `alerts[${n}]`)));
  },
  settle: worstOfEach,
};

function alertRow(value: unknown, place: Place): NormalisedRow[] {
  const found = shaped(alert, value, place, 'the alert');
  if (found === null) return [];
  const labels = labelsOf(found.labels);
  const raw = typeof found.status === 'string' ? found.status : found.status?.state;
  const status = alertStatus(raw);
  const endsAt = place.date('endsAt', found.endsAt);
  return [
    {
      kind: 'alert',
      externalId: boundedKey(found.fingerprint || labelKey(labels)),
      status,
      warnings: false,
      rawStatus: storable(raw),
      rawResult: null,
      url: place.link('generatorURL', found.generatorURL),
      name: labels['alertname'] ?? '',
      labels,
      note: noteIn(found.annotations),
      startedAt: place.date('startsAt', found.startsAt),
      updatedAt: place.date('updatedAt', found.updatedAt),
      // While it fires this is when it would be given up, not when it ended.
      finishedAt: status === 'succeeded' ? endsAt : null,
    },
  ];
}
