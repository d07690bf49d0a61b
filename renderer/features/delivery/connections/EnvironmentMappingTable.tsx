import { ChevronDown } from 'lucide-react';
import type { ProviderEnvironment } from '#shared/contract/delivery/deployments.ts';
import type { EnvironmentMapping } from '#shared/model/delivery/pipelines.ts';
import { mappedEnvironment } from '#shared/rules/delivery/environment-mapping.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import control from '../../../components/form/control.module.css';
import { numberText } from '../../../components/number-text.ts';
import { Panel } from '../../../components/Panel.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { mapTo } from './environment-mapping.ts';
import styles from './fields.module.css';

type EnvironmentMappingTableProps = {
  places: readonly ProviderEnvironment[];
  environments: readonly { id: string; name: string }[];
  mapping: readonly EnvironmentMapping[];
  onChange: (mapping: EnvironmentMapping[]) => void;
};

/** One row an environment of the provider, with the workspace's it stands for. */
export function EnvironmentMappingTable(props: EnvironmentMappingTableProps) {
  const { places, environments, mapping, onChange } = props;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <>
      <Panel>
        <table className={styles['mapping']}>
          <thead>
            <tr>
              <th scope="col">At the provider</th>
              <th scope="col">Is the environment</th>
              <th scope="col">Last deployment</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ name, deployments, newestAt, suggestedId }) => {
              const mapped = mappedEnvironment(name, mapping);
              const suggested = environments.find(({ id }) => id === suggestedId);
              return (
                <tr key={name}>
                  <td>
                    <bdi className={styles['workflow']}>{name}</bdi>
                  </td>
                  <td>
                    <span className={control['select']}>
                      <select
                        className={control['control']}
                        aria-label={`Environment of ${name}`}
                        value={mapped ?? ''}
                        onChange={(event) => onChange(mapTo(mapping, name, event.target.value))}
                      >
                        <option value="">Not mapped</option>
                        {environments.map((each) => (
                          <option key={each.id} value={each.id}>
                            {each.name}
                          </option>
                        ))}
                      </select>
                      <ChevronDown size={14} aria-hidden />
                    </span>
                    {mapped === null && suggested !== undefined && (
                      <span className={styles['suggestion']}>
                        same name as <bdi>{suggested.name}</bdi>
                      </span>
                    )}
                  </td>
                  <td>
                    {newestAt === null ? (
                      'none'
                    ) : (
                      <>
                        <When at={newestAt} zone={zone} now={now} />
                        <span className={styles['suggestion']}>of {numberText(deployments)}</span>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Panel>
      {environments.length === 0 && (
        <p className={styles['note']}>
          There is no environment to map to yet. <a href="#/settings/environments">Add some</a>{' '}
          first.
        </p>
      )}
      <p className={styles['note']}>
        An environment that is not mapped is shown by the provider’s name, and counts as none of the
        workspace.
      </p>
    </>
  );
}
