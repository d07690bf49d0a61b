import type { LinkReason, OutReason } from '#shared/model/measures/terms.ts';
import type { ChangeLink } from './change-links.ts';
import type { IncidentLink } from './incident-links.ts';
import type { Ledger } from './ledger.ts';
import { linkWords, whyOut } from './words.ts';

/** Which deployment a change or an incident belongs to, with the reason and a sentence. */
export type Link = {
  kind: 'change' | 'incident';
  id: string;
  /** Null where it belongs to none. */
  deploymentId: string | null;
  reason: LinkReason | OutReason;
  why: string;
};

/**
 * All links of changes and incidents of the services asked for, in the order they were given. Under
 * lenses that link no incident to a deployment by rule there are those of changes alone.
 */
export function linksOf(ledger: Ledger): Link[] {
  const { lens } = ledger.settings;
  const incidents = lens === 'slipway' || lens === 'devlake' ? ledger.incidents : [];
  const ofChanges = ledger.changeLinks();
  const ofIncidents = ledger.incidentLinks(lens === 'devlake');
  return [
    ...ledger.changes.flatMap(({ id }) => linkOf('change', id, ofChanges.get(id))),
    ...incidents.flatMap(({ id }) => linkOf('incident', id, ofIncidents.get(id))),
  ];
}

function linkOf(
  kind: Link['kind'],
  id: string,
  link: ChangeLink | IncidentLink | undefined,
): Link[] {
  if (link === undefined) return [];
  if (link.to === null) {
    const why = whyOut({ id, kind, reason: link.out, of: link.of });
    return [{ kind, id, deploymentId: null, reason: link.out, why }];
  }
  const { id: deploymentId } = link.to;
  const why = `${id} belongs to ${deploymentId}: ${linkWords(link.reason)}.`;
  return [{ kind, id, deploymentId, reason: link.reason, why }];
}
