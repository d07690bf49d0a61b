import type { Risk } from '#shared/model/governance/risks.ts';
import type { Component, RollbackPlan } from '#shared/model/planning/releases.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import type { PlannedStart } from '../planning/start.ts';
import { formatInFull, formatUtc } from '../planning/zoned-time.ts';
import type { FactRow, Facts } from './facts.ts';

export type FactSources = {
  components: readonly Pick<Component, 'serviceId' | 'version' | 'commit' | 'artefact'>[];
  serviceNames: ReadonlyMap<string, string>;
  scope: readonly Pick<ScopeItem, 'id' | 'kind' | 'title' | 'ticket' | 'status'>[];
  risks: readonly Pick<Risk, 'id' | 'title' | 'likelihood' | 'impact' | 'state' | 'mitigation'>[];
  rollbackPlan: Pick<RollbackPlan, 'steps' | 'durationMinutes' | 'pointOfNoReturn'> | null;
  start: PlannedStart | null;
};

/** The facts of a release as they are now, with what decisions bind of each. */
export function releaseFacts(sources: FactSources): Facts {
  return {
    components: componentRows(sources),
    scope: scopeRows(sources),
    risks: sources.risks.map(({ id, title, likelihood, impact, state, mitigation }) => ({
      key: id,
      label: title,
      bound: { likelihood, impact, state, mitigation: plainText(mitigation) },
    })),
    'rollback-plan': rollbackRows(sources.rollbackPlan),
    'planned-start': startRows(sources.start),
  };
}

/**
 * Keyed by service: a list of components given anew with the same content is the same fact. When a
 * service is there twice, its components are told apart by their content, in a fixed order.
 */
function componentRows({ components, serviceNames }: FactSources): FactRow[] {
  const seen = new Map<string, number>();
  return components.toSorted(byContent).map(({ serviceId, version, commit, artefact }) => {
    const count = (seen.get(serviceId) ?? 0) + 1;
    seen.set(serviceId, count);
    return {
      key: count === 1 ? serviceId : `${serviceId}#${count}`,
      label: serviceNames.get(serviceId) ?? 'unknown service',
      bound: { serviceId, version, commit, artefact },
    };
  });
}

/**
 * What is dropped is no longer shipped, so it is no longer part of what a decision binds. Of what is,
 * only kind and ticket are bound: a decision is given on what goes live, not on who works on it, how
 * far that is, what it weighs against the rest or when somebody had the idea. Where one of those
 * should change what goes live, the item is dropped, moved or added, and that is bound.
 */
function scopeRows({ scope }: FactSources): FactRow[] {
  return scope
    .filter(({ status }) => status !== 'dropped')
    .map(({ id, kind, title, ticket }) => ({
      key: id,
      label: scopeLabel({ ticket, title }),
      bound: { kind, ticket },
    }));
}

/** What an item is called in full: `PAY-914 Store card aliases`. */
export function scopeLabel({ ticket, title }: Pick<ScopeItem, 'ticket' | 'title'>): string {
  return ticket === '' ? title : `${ticket} ${title}`;
}

type ComponentContent = FactSources['components'][number];

function byContent(a: ComponentContent, b: ComponentContent): number {
  const [left, right] = [contentOf(a), contentOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function contentOf({ serviceId, version, commit, artefact }: ComponentContent): string {
  return JSON.stringify([serviceId, version, commit, artefact]);
}

function rollbackRows(plan: FactSources['rollbackPlan']): FactRow[] {
  if (!plan) return [];
  const steps = plainText(plan.steps);
  const pointOfNoReturn = plainText(plan.pointOfNoReturn);
  if (steps === '' && pointOfNoReturn === '' && plan.durationMinutes === null) return [];
  return [
    {
      key: 'plan',
      label: 'rollback plan',
      bound: { steps, durationMinutes: plan.durationMinutes, pointOfNoReturn },
      shown:
        plan.durationMinutes === null ? {} : { durationMinutes: `${plan.durationMinutes} min` },
    },
  ];
}

function startRows(start: PlannedStart | null): FactRow[] {
  if (!start) return [];
  const startAt = new Date(start.startAt).toISOString();
  const local = formatInFull(startAt, start.zone);
  return [
    {
      key: 'start',
      label: 'planned start',
      bound: { startAt },
      shown: { startAt: `${local} (${formatUtc(startAt)})` },
    },
  ];
}

/** Blanks and line ends that nobody sees are one blank, and empty lines none. */
function plainText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
