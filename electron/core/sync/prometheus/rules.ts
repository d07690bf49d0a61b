import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { alertStatus } from '../reading/alert-status.ts';
import { text } from '../reading/fields.ts';
import { boundedKey } from '../reading/keys.ts';
import { labelKey, labelSet, labelsOf, noteIn } from '../reading/labels.ts';
import { storable, within, word, type Place } from '../reading/place.ts';
import { holds, opened } from './envelope.ts';

const group = z.object({ name: text, rules: z.array(z.unknown()).nullish() });

const rule = z.object({
  name: text,
  type: text,
  /** Absent before Prometheus 2.14: the alerts of the rule tell. */
  state: text,
  health: text,
  lastError: text,
  lastEvaluation: text,
  labels: labelSet,
  annotations: labelSet,
  alerts: z.array(z.object({ state: text, activeAt: text })).nullish(),
});
type Rule = z.infer<typeof rule>;

/** The rules that raise alerts; those that record a value say nothing of how things are. */
export const rules: AnswerKind = {
  kinds: ['rules', 'rule'],
  listAt: [],
  isRow: (value) =>
    holds(value, 'groups') ||
    'groups' in value ||
    ('rules' in value && 'name' in value) ||
    ('query' in value && 'name' in value),
  read(value, outer) {
    const envelope = opened(value, outer);
    if (envelope === null) return [];
    const { data, place } = envelope;
    if ('rules' in data) return groupRows(data, place);
    if (!('groups' in data)) return ruleRow('', data, place);
    const groups = data['groups'];
    if (groups === null) return [];
    if (!Array.isArray(groups)) {
      place.warn('groups', 'expected a list');
      return [];
    }
    return groups.flatMap((each, n) => groupRows(each, within(place, `groups[${n}]`)));
  },
};

function groupRows(value: unknown, place: Place): NormalisedRow[] {
  const found = shaped(group, value, place, 'the group');
  const name = storable(found?.name) ?? '';
  return (found?.rules ?? []).flatMap((each, n) =>
    ruleRow(name, each, within(place, `rules[${n}]`)),
  );
}

function ruleRow(of: string, value: unknown, place: Place): NormalisedRow[] {
  const found = shaped(rule, value, place, 'the rule');
  if (found === null || word(found.type) === 'recording') return [];
  const name = storable(found.name) ?? '';
  const labels = labelsOf(found.labels);
  const [first] = (found.alerts ?? [])
    .map(({ activeAt }) => activeAt ?? '')
    .filter(Boolean)
    .toSorted();
  return [
    {
      kind: 'alert',
      externalId: boundedKey([of, name, labelKey(labels)].join('/')),
      status: ruleStatus(found),
      warnings: false,
      rawStatus: storable(found.state),
      rawResult: storable(found.health),
      url: null,
      name,
      labels,
      note: storable(found.lastError) || noteIn(found.annotations),
      startedAt: place.date('alerts', first),
      updatedAt: place.date('lastEvaluation', found.lastEvaluation),
      finishedAt: null,
    },
  ];
}

/** A rule that could not be evaluated is silent, which is not the same as quiet. */
function ruleStatus({ state, health, alerts }: Rule): RunStatus {
  if (word(health) !== 'ok' && word(health) !== '') return 'unknown';
  if (word(state) !== '') return alertStatus(state);
  const each = (alerts ?? []).map((one) => alertStatus(one.state));
  if (each.includes('failed')) return 'failed';
  return each.includes('running') ? 'running' : 'unknown';
}
