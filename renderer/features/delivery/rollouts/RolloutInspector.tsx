import type { RolloutView } from '#shared/contract/delivery/rollouts.ts';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { placeText } from '../deployments/index.ts';
import { providerActions, runLook } from '../pipelines/index.ts';
import { wordsOf } from './rollout-words.ts';
import styles from './rollouts.module.css';

type RolloutInspectorProps = {
  rollout: RolloutView;
  /** The workspace's environments by id. */
  environments: ReadonlyMap<string, string>;
  zone: string;
  now: string;
  onClose: () => void;
};

/** Where one thing stands, with the provider's own words beside ours. */
export function RolloutInspector(props: RolloutInspectorProps) {
  const { rollout, environments, zone, now, onClose } = props;
  const { name, objectKind, namespace, environment, revision, images, note, goneAt } = rollout;
  const place = placeText(rollout, environments);
  const told = (value: string | null) => <bdi>{value || 'not told'}</bdi>;
  const when = (at: string | null) =>
    at === null ? 'not told' : <When at={at} zone={zone} now={now} relative />;
  return (
    <Inspector
      title={name}
      note={<bdi>{objectKind}</bdi>}
      onClose={onClose}
      {...providerActions(rollout.url)}
    >
      <Facts
        facts={[
          ...(goneAt === null ? [] : [{ name: 'Gone since', value: when(goneAt) }]),
          {
            name: goneAt === null ? 'Status' : 'Last status',
            value: <Status {...runLook(rollout)} variant="plain" />,
          },
          { name: 'At the provider', value: told(wordsOf(rollout)) },
          { name: 'Note', value: <bdi>{note || 'none'}</bdi> },
          {
            name: 'Environment',
            value: <bdi>{place.note === 'not mapped' ? place.note : place.name}</bdi>,
          },
          { name: 'Its name there', value: told(environment) },
          { name: 'Namespace', value: told(namespace) },
          { name: 'Revision', value: told(revision) },
          { name: 'Images', value: images.length === 0 ? 'not told' : <Images images={images} /> },
          { name: 'Since', value: when(rollout.updatedAt) },
          { name: 'Source', value: <bdi>{rollout.connectionName}</bdi> },
        ]}
      />
    </Inspector>
  );
}

function Images({ images }: { images: readonly string[] }) {
  return (
    <ul className={styles['images']}>
      {[...new Set(images)].map((image) => (
        <li key={image}>
          <bdi>{image}</bdi>
        </li>
      ))}
    </ul>
  );
}
