import type { ArtefactView } from '#shared/contract/delivery/artefacts.ts';
import { DigestChip } from '../../../components/Chip.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { providerActions } from '../pipelines/index.ts';
import { sizeText, standingOf } from './artefact-words.ts';
import styles from './artefacts.module.css';

type ArtefactInspectorProps = {
  artefact: ArtefactView;
  /** The service its name is mapped to; null for none. */
  service: string | null;
  zone: string;
  now: string;
  onClose: () => void;
};

/** One artefact, with the whole of its digest. */
export function ArtefactInspector(props: ArtefactInspectorProps) {
  const { artefact, service, zone, now, onClose } = props;
  const { name, version, repository, digest, size, publishedAt } = artefact;
  const { since, ...look } = standingOf(artefact, zone, now);
  const text = (value: string) => (value === '' ? 'not told' : <bdi>{value}</bdi>);
  return (
    <Inspector
      title={name}
      note={<bdi>{version}</bdi>}
      onClose={onClose}
      {...providerActions(artefact.url)}
    >
      <Facts
        facts={[
          { name: 'There', value: <Status {...look} variant="plain" /> },
          ...(since === null ? [] : [{ name: 'Gone', value: since }]),
          { name: 'Version', value: text(version) },
          { name: 'Digest', value: digest === null ? 'not told' : <DigestChip digest={digest} /> },
          {
            name: 'In full',
            value:
              digest === null ? 'not told' : <code className={styles['digest']}>{digest}</code>,
          },
          { name: 'Service', value: service === null ? 'not mapped' : <bdi>{service}</bdi> },
          { name: 'Repository', value: text(repository) },
          {
            name: 'Published',
            value:
              publishedAt === null ? (
                'not told'
              ) : (
                <When at={publishedAt} zone={zone} now={now} relative />
              ),
          },
          { name: 'Size', value: size === null ? 'not told' : sizeText(size) },
          { name: 'Source', value: <bdi>{artefact.connectionName}</bdi> },
        ]}
      />
    </Inspector>
  );
}
