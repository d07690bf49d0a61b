import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factGroups } from '#shared/model/governance/gates.ts';
import { phases, releaseTypes } from '#shared/model/planning/releases.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { releaseTemplate } from '#shared/model/planning/templates.ts';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import {
  describeTemplate,
  gatesFromTemplate,
  planFromTemplate,
} from '#shared/rules/planning/templates/templates.ts';
import type { TemplateSubject } from '#shared/rules/planning/templates/template-conditions.ts';

const folder = new URL('../../../../test/fixtures/release-templates/', import.meta.url);

function template(type: ReleaseType) {
  return releaseTemplate.parse(JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')));
}

const plain: TemplateSubject = {
  services: [{ name: 'site', financial: false, criticality: 'medium' }],
  dataMigration: false,
};
const payments: TemplateSubject = {
  services: [{ name: 'payments-api', financial: true, criticality: 'high' }],
  dataMigration: true,
};

function keys(type: ReleaseType, subject: TemplateSubject = plain) {
  return gatesFromTemplate(template(type), subject).map(({ key }) => key);
}

function plan(type: ReleaseType, more = {}) {
  return planFromTemplate({
    template: template(type),
    ...plain,
    startDate: '2026-11-26',
    people: [],
    ...more,
  });
}

describe('the gates of the templates', () => {
  it('there is one template for each type of release', () => {
    const files = readdirSync(folder).map((name) => name.replace('.json', ''));
    expect(files.toSorted()).toEqual([...releaseTypes].toSorted());
  });

  it('a patch has the low set', () => {
    expect(keys('patch')).toEqual(['pipeline-green', 'peer-review', 'owner-go']);
  });

  it('a minor release has QA, operations and a rollback plan besides', () => {
    expect(keys('minor')).toEqual([
      'pipeline-green',
      'peer-review',
      'qa-sign-off',
      'operations-readiness',
      'rollback-plan',
      'owner-go',
    ]);
  });

  it('a major release has all eleven', () => {
    expect(keys('major')).toHaveLength(11);
    expect(keys('major')).toEqual(
      expect.arrayContaining([
        ...keys('minor'),
        'security-sign-off',
        'business-go',
        'cab-decision',
        'staged-rollout',
        'rollback-rehearsed',
      ]),
    );
  });

  it('a hotfix has the low set, and two more for a financial or critical service', () => {
    const low = ['pipeline-green', 'peer-review', 'owner-go'];
    expect(keys('hotfix')).toEqual(low);
    expect(keys('hotfix', { ...plain, dataMigration: true })).toEqual(low);
    const critical: TemplateSubject = {
      services: [{ name: 'login', financial: false, criticality: 'critical' }],
      dataMigration: false,
    };
    for (const subject of [payments, critical]) {
      expect(keys('hotfix', subject)).toEqual([
        'pipeline-green',
        'peer-review',
        'security-sign-off',
        'emergency-authority',
        'owner-go',
      ]);
    }
  });

  it('an emergency asks two people and a review within five working days', () => {
    const { checklist } = plan('emergency');
    const gates = gatesFromTemplate(template('emergency'), plain);
    expect(gates.map(({ key }) => key)).toEqual(['pipeline-green', 'ecab-decision']);
    expect(gates[1]?.places).toHaveLength(2);
    const review = checklist.find(({ text }) => text.includes('within 5 working days'));
    expect(review?.phase).toBe('post-release');
  });

  it('a gate that comes to be needed later fits between those that were there', () => {
    const before = gatesFromTemplate(template('hotfix'), plain);
    const after = gatesFromTemplate(template('hotfix'), payments);
    for (const gate of before) {
      expect(after.find(({ key }) => key === gate.key)?.order).toBe(gate.order);
    }
    expect(new Set(after.map(({ order }) => order)).size).toBe(after.length);
  });
});

describe('why a gate is there', () => {
  it('states the template, the rule, what was seen and the reason', () => {
    const [first] = gatesFromTemplate(template('major'), payments);
    expect(first?.why).toBe(
      'Template “Major release”, rule “every major release” (seen: payments-api, high criticality, financial; a data migration). What goes out is built and tested by its own pipelines, on exactly the commits of its components.',
    );
  });

  it('names the service that called for a conditional gate', () => {
    const gate = gatesFromTemplate(template('hotfix'), payments).find(
      ({ key }) => key === 'emergency-authority',
    );
    expect(gate?.why).toContain(
      'rule “releases with a financial service or a critical service” (seen: payments-api is financial).',
    );
  });

  it('says so when there is no component yet', () => {
    const [first] = gatesFromTemplate(template('patch'), { services: [], dataMigration: false });
    expect(first?.why).toContain('(seen: no component yet; no data migration)');
  });
});

describe('a new release', () => {
  it('has its phases counted back from the start in calendar days', () => {
    expect(plan('major').phases).toEqual([
      { phase: 'planning', plannedOn: null },
      { phase: 'build', plannedOn: '2026-10-29' },
      { phase: 'readiness', plannedOn: '2026-11-16' },
      { phase: 'deployment', plannedOn: '2026-11-26' },
      { phase: 'post-release', plannedOn: '2026-12-03' },
      { phase: 'closed', plannedOn: null },
    ]);
  });

  it('has phases without dates while no start is planned', () => {
    const { phases: planned } = plan('minor', { startDate: null });
    expect(planned.map(({ plannedOn }) => plannedOn)).toEqual(phases.map(() => null));
  });

  it('gives a role to the only person who holds it, and to nobody where there is a choice', () => {
    const people = [
      { id: 'iris', roles: ['security-lead'] },
      { id: 'tom', roles: ['operations'] },
      { id: 'ann', roles: ['operations', 'qa-lead'] },
    ];
    const { roles } = plan('major', { people });
    const assigned = Object.fromEntries(roles.map(({ roleKey, personId }) => [roleKey, personId]));
    expect(assigned).toMatchObject({
      'security-lead': 'iris',
      'qa-lead': 'ann',
      operations: null,
      'product-owner': null,
    });
  });

  it.each(releaseTypes)(
    '%s: decisions bind all facts, and what is judged from facts none',
    (type) => {
      for (const gate of gatesFromTemplate(template(type), payments)) {
        expect(gate.facts).toEqual(gate.check === 'decision' ? [...factGroups] : []);
        expect(gate.places.length > 0).toBe(gate.check === 'decision');
      }
    },
  );

  it.each(releaseTypes)('%s: every place has a role somebody can be given', (type) => {
    const { gates, roles: given } = template(type);
    const builtIn: string[] = builtInRoles.map(({ key }) => key);
    for (const { places } of gates) {
      for (const { roleKey } of places) {
        expect(builtIn).toContain(roleKey);
        expect(given).toContain(roleKey);
      }
      expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
    }
  });

  it.each(['major', 'minor', 'patch'] as const)(
    '%s: the checklist has the eight points of readiness in the order of the phases',
    (type) => {
      const { checklist } = plan(type);
      const points = [
        'Cadence and scope',
        'Ownership and gates',
        'Build, test and deploy',
        'Release notes and customer messages',
        'Rollback and disaster recovery',
        'Security and compliance',
        'Staging is like production',
        'post-release review is scheduled',
      ];
      const places = points.map((point) => checklist.findIndex(({ text }) => text.includes(point)));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const order = checklist.map((item) => item.order);
      expect(order).toEqual(order.toSorted());
      const inPhases = checklist.map(({ phase }) => phases.indexOf(phase));
      expect(inPhases).toEqual(inPhases.toSorted((a, b) => a - b));
    },
  );
});

describe('templates side by side', () => {
  it('show when each gate is there', () => {
    const described = describeTemplate(template('hotfix'));
    expect(described.gates.map(({ name, when }) => `${name}: ${when}`)).toEqual([
      'Pipeline green: every hotfix',
      'Peer review: every hotfix',
      'Security sign-off: releases with a financial service or a critical service',
      'Emergency authority: releases with a financial service or a critical service',
      'Owner go: every hotfix',
    ]);
  });

  it('refuse a condition or a check nobody has defined', () => {
    const { gates, ...rest } = template('patch');
    const [gate] = gates;
    const withGate = (more: object) => ({ ...rest, gates: [{ ...gate, ...more }] });
    expect(releaseTemplate.safeParse(withGate({})).success).toBe(true);
    expect(releaseTemplate.safeParse(withGate({ when: { anyOf: ['weekend'] } })).success).toBe(
      false,
    );
    expect(releaseTemplate.safeParse(withGate({ when: { anyOf: [] } })).success).toBe(false);
    expect(releaseTemplate.safeParse(withGate({ check: 'coffee' })).success).toBe(false);
  });
});
