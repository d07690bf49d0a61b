import type { Incident } from '#shared/model/delivery/incidents.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, moment, name, named, paragraph, person, short, table, when } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence } from './words.ts';

/** What happened to the release: how its start was moved, incidents, and what is said of its end. */
export function afterSection(facts: DossierFacts): Section {
  const { release, incidents } = facts;
  return {
    id: 'after',
    title: 'What happened',
    count: counted(incidents.length, 'incident'),
    body: html`${hold(facts)}
      <h3>Postponed</h3>
      ${postponements(facts)}
      <h3>Incidents</h3>
      ${incidentTable(facts)}
      ${
        release.endReason === ''
          ? null
          : html`<h3>How it ended</h3>
              ${paragraph(release.endReason)}`
      }`,
  };
}

function hold({ release }: DossierFacts): Content {
  if (release.holdReason === null) return null;
  return html`<p>${mark('waiting', 'On hold')} ${name(release.holdReason)}</p>`;
}

function postponements(facts: DossierFacts): Content {
  const { release, workspace } = facts;
  const zone = release.zone ?? workspace.zone;
  return table(
    ['From', 'To', named('Why'), 'By', 'Recorded'],
    release.postponements.map(({ fromAt, toAt, reason, byId, at }) => [
      when(fromAt, zone),
      when(toAt, zone),
      name(reason),
      person(byId, facts),
      moment(at, facts),
    ]),
    'The start was never postponed.',
  );
}

function incidentTable(facts: DossierFacts): Content {
  return table(
    [named('Incident'), short('Severity'), 'Detected', 'Resolved', named('After')],
    facts.incidents.map((incident) => [
      html`${name(incident.title)}${incident.note.trim() === '' ? null : paragraph(incident.note)}`,
      sentence(incident.severity),
      moment(incident.detectedAt, facts),
      incident.resolvedAt === null ? mark('failed', 'Open') : moment(incident.resolvedAt, facts),
      causeOf(incident, facts),
    ]),
    'No incident is known.',
  );
}

function causeOf({ deploymentId }: Incident, { release, environments }: DossierFacts): Content {
  const found = release.deployments.find(({ id }) => id === deploymentId);
  if (found === undefined) return html`<span class="none">not known</span>`;
  return name(environments.get(found.environmentId)?.name ?? 'unknown environment');
}
