import { describe, expect, it } from 'vitest';
import {
  componentInputs,
  createInput,
  deploymentInputs,
  startOf,
} from '../../../renderer/features/planning/releases/form/draft-input.ts';
import {
  emptyComponent,
  emptyDeployment,
  emptyDraft,
} from '../../../renderer/features/planning/releases/form/draft.ts';

const service = '0190a0a0-0000-7000-8000-000000000001';
const environment = '0190a0a0-0000-7000-8000-000000000002';
const owner = '0190a0a0-0000-7000-8000-000000000003';
const zone = 'Europe/London';

const deployment = {
  ...emptyDeployment(zone),
  environmentId: environment,
  date: '2026-11-26',
  time: '22:00',
  duration: '90',
};

describe('the form of a new release', () => {
  it('leaves out rows nobody typed into', () => {
    const draft = { ...emptyDraft(owner, zone), name: 'Payments 4.2' };
    expect(createInput(draft)).toMatchObject({
      ok: true,
      input: { name: 'Payments 4.2', ownerId: owner, components: [], deployments: [] },
    });
  });

  it('says beside each field what is missing', () => {
    const draft = {
      ...emptyDraft('', zone),
      components: [{ ...emptyComponent(), version: '4.2.0' }],
      deployments: [{ ...deployment, time: '', duration: 'an hour' }],
    };
    const checked = createInput(draft);
    expect(checked.ok).toBe(false);
    expect(Object.keys(checked.ok ? {} : checked.fields).toSorted()).toEqual([
      'components.0.serviceId',
      'deployments.0.date',
      'deployments.0.duration',
      'name',
      'ownerId',
    ]);
  });

  it('sends a start as the instant of the wall clock in its zone', () => {
    const checked = deploymentInputs([{ ...deployment, date: '2026-07-02', zone: 'Asia/Tokyo' }]);
    expect(checked).toMatchObject({
      ok: true,
      input: [{ startAt: '2026-07-02T13:00:00.000Z', zone: 'Asia/Tokyo', durationMinutes: 90 }],
    });
  });

  it('tells what the change of clocks did to a start', () => {
    const skipped = startOf({ ...deployment, date: '2026-03-29', time: '01:30' });
    expect(skipped).toMatchObject({ instant: '2026-03-29T01:30:00.000Z' });
    expect(typeof skipped === 'string' ? '' : skipped.note).toContain('does not exist');
    const twice = startOf({ ...deployment, date: '2026-10-25', time: '01:30' });
    expect(typeof twice === 'string' ? '' : twice.note).toContain('comes twice');
  });

  it('says so when a date does not exist', () => {
    expect(startOf({ ...deployment, date: '2026-02-30' })).toContain('no such time');
  });

  it('sends blank commits and artefacts as none, and keeps the ids of known rows', () => {
    const id = '0190a0a0-0000-7000-8000-000000000009';
    const row = {
      id,
      serviceId: service,
      version: '4.2.0',
      commit: ' ',
      artefact: ' a@sha256:7d ',
    };
    expect(componentInputs([row])).toEqual({
      ok: true,
      input: [{ id, serviceId: service, version: '4.2.0', commit: null, artefact: 'a@sha256:7d' }],
    });
  });
});
