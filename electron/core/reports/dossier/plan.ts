import { html } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import {
  mark,
  moment,
  mono,
  name,
  named,
  none,
  paragraph,
  person,
  short,
  table,
  when,
} from './pieces.ts';
import type { Section } from './pieces.ts';
import { phaseWords, resultMarks, sentence } from './words.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';

/** What is released, where and when, and who does it. */
export function planSection(facts: DossierFacts): Section {
  return {
    id: 'plan',
    title: 'Plan',
    body: html`<h3>Components</h3>
      ${components(facts)}
      <h3>Deployments</h3>
      ${deployments(facts)}
      <h3>Phases</h3>
      ${phases(facts)}
      <h3>Roles</h3>
      ${roles(facts)}`,
  };
}

function components({ release, services }: DossierFacts) {
  return table(
    [named('Service'), named('Version'), 'Commit', 'Artefact', short('Criticality')],
    release.components.map(({ serviceId, version, commit, artefact }) => {
      const service = services.get(serviceId);
      const weight = [service?.criticality ?? '', service?.financial ? 'financial' : ''];
      return [
        name(service?.name ?? 'unknown service'),
        mono(version),
        mono(commit),
        mono(artefact),
        sentence(weight.filter((word) => word !== '').join(', ')),
      ];
    }),
    'No components yet.',
  );
}

function deployments({ release, environments }: DossierFacts) {
  return table(
    [named('Environment'), 'Planned start', short('Length'), 'Actual start', short('Result')],
    release.deployments.map((each) => {
      const { environmentId, region, startAt, zone, durationMinutes, actualStartAt, result } = each;
      return [
        html`${name(environments.get(environmentId)?.name ?? 'unknown environment')}
        ${region === '' ? null : html`<small>${name(region)}</small>`}`,
        when(startAt, zone),
        `${durationMinutes} min`,
        actualStartAt === null ? none() : when(actualStartAt, zone),
        html`${result === null ? none() : mark(resultMarks[result].status, resultMarks[result].word)}${each.note === '' ? null : paragraph(each.note)}`,
      ];
    }),
    'No deployment is planned yet.',
  );
}

function phases(facts: DossierFacts) {
  const { release, at } = facts;
  return table(
    [short('Phase'), short('Planned for'), 'Entered'],
    release.phases.map(({ phase, plannedOn, enteredAt }) => [
      phase === release.phase ? html`<strong>${phaseWords[phase]}</strong>` : phaseWords[phase],
      plannedOn === null ? none() : formatDate(plannedOn, at.slice(0, 10)),
      enteredAt === null ? none() : moment(enteredAt, facts),
    ]),
    'No phases.',
  );
}

function roles(facts: DossierFacts) {
  return table(
    [named('Role'), 'Person'],
    facts.release.roles.map(({ roleKey, personId }) => [
      name(facts.roles.get(roleKey) ?? roleKey),
      person(personId, facts),
    ]),
    'No roles are assigned.',
  );
}
