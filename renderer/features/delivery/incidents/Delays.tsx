import { Clock } from 'lucide-react';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { spanText, whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';

/** Each time the start was moved, and how far it has drifted in all. */
export function Delays({ page }: { page: ReleasePage }) {
  const { release, names, now } = page;
  const zone = release.zone ?? page.zone;
  if (release.postponements.length === 0) return null;
  return (
    <Section title="Postponed" note={`by ${spanText(release.driftMinutes * 60_000)} in all`}>
      <PanelList label="Postponements">
        {release.postponements.map(({ at, byId, fromAt, toAt, reason }) => (
          <PanelRow
            key={at}
            lead={<Clock size={16} aria-hidden />}
            title={`${whenText(fromAt, zone, now)} → ${whenText(toAt, zone, now)}`}
            note={
              <bdi>
                {names.person(byId)}, {whenText(at, zone, now)}: {reason}
              </bdi>
            }
          />
        ))}
      </PanelList>
    </Section>
  );
}
