import type { AlertView } from '#shared/contract/delivery/monitoring.ts';
import { Facts } from '../../../../components/Facts.tsx';
import { Inspector } from '../../../../components/Inspector.tsx';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { providerActions } from '../../pipelines/index.ts';
import styles from '../monitoring.module.css';
import { alertLook, alertName } from './alert-words.ts';

type AlertInspectorProps = { alert: AlertView; zone: string; now: string; onClose: () => void };

/** One alert, with its system's own words beside ours, and every label. */
export function AlertInspector({ alert, zone, now, onClose }: AlertInspectorProps) {
  const { labels, note, rawStatus, connectionName } = alert;
  const when = (at: string | null, none: string) =>
    at === null ? none : <When at={at} zone={zone} now={now} relative />;
  return (
    <Inspector
      title={alertName(alert)}
      note={<bdi>{connectionName}</bdi>}
      onClose={onClose}
      {...providerActions(alert.url)}
    >
      <Facts
        facts={[
          { name: 'Status', value: <Status {...alertLook(alert)} variant="plain" /> },
          { name: 'In its own words', value: <bdi>{rawStatus || 'not told'}</bdi> },
          { name: 'Note', value: note === '' ? 'none' : <bdi>{note}</bdi> },
          { name: 'Since', value: when(alert.startedAt, 'not told') },
          { name: 'Changed', value: when(alert.updatedAt, 'not told') },
          { name: 'Ended', value: when(alert.finishedAt, 'not told') },
          { name: 'No longer shown', value: when(alert.goneAt, 'it still is') },
          {
            name: 'Labels',
            value: (
              <ul className={styles['labels']}>
                {Object.entries(labels).map(([name, value]) => (
                  <li key={name}>
                    <bdi>{name}</bdi>=<bdi>{value}</bdi>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Inspector>
  );
}
