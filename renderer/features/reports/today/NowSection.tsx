import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { relativeText, timeText, whenText } from '../../../components/when-text.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { TodayView } from './view.ts';
import styles from './today.module.css';

/** Deployments under way and incidents that are open. */
export function NowSection({ view }: { view: TodayView }) {
  const { today, zone, now } = view;
  const { deployments, incidents } = today;
  return (
    <Section title="Now">
      {deployments.length === 0 && incidents.length === 0 ? (
        <Empty small text="No deployment is under way, and no incident is open." />
      ) : (
        <PanelList label="Now">
          {deployments.map((each) => (
            <PanelRow
              key={each.id}
              lead={<Status kind="running" variant="icon" />}
              title={
                <a href={releaseHref(each.releaseId, 'overview')}>
                  <bdi>{each.release}</bdi>
                </a>
              }
              beside={<bdi>on {each.environment}</bdi>}
              note={`began ${timeText(each.startedAt, each.zone)}, ${
                each.endAt < now ? 'should have been over' : 'over'
              } ${relativeText(each.endAt, now)}`}
              end={<span className={styles['due']}>under way</span>}
            />
          ))}
          {incidents.map((each) => (
            <PanelRow
              key={each.id}
              lead={<Status kind="failed" variant="icon" />}
              title={
                <a href={releaseHref(each.releaseId, 'after')}>
                  <bdi>{each.title}</bdi>
                </a>
              }
              note={
                <bdi>
                  after {each.release}, detected {whenText(each.detectedAt, zone, now)}
                </bdi>
              }
              end={<span className={styles['late']}>{each.severity}</span>}
            />
          ))}
        </PanelList>
      )}
    </Section>
  );
}
