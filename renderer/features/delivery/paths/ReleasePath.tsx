import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CommitChip, VersionChip } from '../../../components/Chip.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { useNow } from '../../../state/clock.ts';
import { artefactWords, buildWords, placesIn } from './path-words.ts';
import { PlaceStep, Step } from './Step.tsx';
import styles from './paths.module.css';

/** How far each component of a release has come: commit, build, artefact, and each environment. */
export function ReleasePath({ releaseId }: { releaseId: string }) {
  const path = useProcedure('paths.ofRelease', { releaseId });
  const environments = useProcedure('environments.list', {}).data ?? [];
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  if (path.isError) {
    return (
      <ErrorPanel
        {...errorParts('The path could not be read', path.error)}
        onRetry={() => void path.refetch()}
      />
    );
  }
  if (!path.data) return <SkeletonRows what="the path" />;
  const { components } = path.data;
  if (components.length === 0) return null;
  const places = placesIn(components, environments);
  return (
    <Section title="Path" note="from commit to production, as far as anybody has told">
      <Panel>
        <div className={styles['scroll']}>
          <table className={styles['path']}>
            <thead>
              <tr>
                <th scope="col">Component</th>
                <th scope="col">Commit</th>
                <th scope="col">Build</th>
                <th scope="col">Artefact</th>
                {places.map(({ id, name }) => (
                  <th key={id} scope="col">
                    <bdi>{name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {components.map((each) => (
                <tr key={each.serviceId}>
                  <th scope="row">
                    <bdi className={styles['service']}>{each.service}</bdi>
                    <VersionChip version={each.version} />
                  </th>
                  <td>
                    {each.commit === null ? (
                      <span className={styles['quiet']}>none named</span>
                    ) : (
                      <CommitChip commit={each.commit} />
                    )}
                  </td>
                  <td>
                    <Step
                      standing={each.build.standing}
                      word={buildWords[each.build.standing]}
                      why={each.build.why}
                    />
                  </td>
                  <td>
                    <Step
                      standing={each.artefact.standing}
                      word={artefactWords[each.artefact.standing]}
                      why={each.artefact.why}
                      detail={each.artefact.found[0]?.digest ?? null}
                    />
                  </td>
                  {places.map(({ id }) => {
                    const place = each.places.find(({ environmentId }) => environmentId === id);
                    return (
                      <td key={id}>
                        {place === undefined ? (
                          <span className={styles['quiet']}>–</span>
                        ) : (
                          <PlaceStep place={place} zone={zone} now={now} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </Section>
  );
}
