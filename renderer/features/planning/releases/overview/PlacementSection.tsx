import { useState } from 'react';
import { plannedStart } from '#shared/rules/planning/start.ts';
import type { PlacementFinding } from '#shared/model/planning/placement.ts';
import { Section } from '../../../../components/Section.tsx';
import { AskException } from '../../../governance/exceptions/index.ts';
import { checkInWords, PlacementView, usePlacement } from '../../calendar/index.ts';
import type { ReleasePage } from '../release-page.ts';

/** What stands against the planned start, judged again whenever the calendar changes. */
export function PlacementSection({ page }: { page: ReleasePage }) {
  const { release, names, now, editable } = page;
  const [asked, setAsked] = useState<PlacementFinding | null>(null);
  const ahead = release.deployments.filter(({ actualStartAt }) => actualStartAt === null);
  const start = plannedStart(ahead, new Map(names.environments.map(({ id, kind }) => [id, kind])));
  const isOpen = release.phase !== 'closed' && start !== null;
  const placement = usePlacement({ releaseId: release.id, start: isOpen ? start.startAt : null });
  if (!isOpen) return null;
  const { data } = placement.check;
  return (
    <Section title="Calendar check" note={data === undefined ? undefined : checkInWords(data)}>
      <PlacementView
        placement={placement}
        now={now}
        clear="Nothing stands against the planned start."
        {...(editable ? { onAsk: setAsked } : {})}
      />
      {asked !== null && (
        <AskException
          releaseId={release.id}
          finding={asked}
          start={start}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
