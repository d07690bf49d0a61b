import { ChevronDown } from 'lucide-react';
import type { ProviderName } from '#shared/contract/delivery/connections.ts';
import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';
import { mappedService } from '#shared/rules/delivery/service-mapping.ts';
import control from '../../../components/form/control.module.css';
import { Panel } from '../../../components/Panel.tsx';
import styles from './fields.module.css';
import { calledSo, mapTo } from './service-mapping.ts';

type ServiceMappingTableProps = {
  names: readonly ProviderName[];
  services: readonly { id: string; name: string }[];
  mapping: readonly ServiceMapping[];
  /** Alerts are meant by their labels. */
  selects: boolean;
  onChange: (mapping: ServiceMapping[]) => void;
};

/** One row a name of the provider, with the service it stands for. */
export function ServiceMappingTable(props: ServiceMappingTableProps) {
  const { names, services, mapping, selects, onChange } = props;
  return (
    <>
      <Panel>
        <table className={styles['mapping']}>
          <thead>
            <tr>
              <th scope="col">At the provider</th>
              <th scope="col">Is the service</th>
              <th scope="col">Called so</th>
            </tr>
          </thead>
          <tbody>
            {names.length === 0 && (
              <tr>
                <td colSpan={3}>No alert has shown yet; type which labels they will have.</td>
              </tr>
            )}
            {names.map((each) => {
              const mapped = mappedService(each.name, mapping);
              const suggested = services.find(({ id }) => id === each.suggestedId);
              return (
                <tr key={each.name}>
                  <td>
                    <bdi className={styles['workflow']}>{each.name}</bdi>
                  </td>
                  <td>
                    <span className={control['select']}>
                      <select
                        className={control['control']}
                        aria-label={`Service of ${each.name}`}
                        value={mapped ?? ''}
                        onChange={(event) =>
                          onChange(mapTo(mapping, each.name, event.target.value))
                        }
                      >
                        <option value="">Not mapped</option>
                        {services.map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                      </select>
                      <ChevronDown size={14} aria-hidden />
                    </span>
                    {mapped === null && suggested !== undefined && (
                      <span className={styles['suggestion']}>
                        named like <bdi>{suggested.name}</bdi>
                      </span>
                    )}
                  </td>
                  <td>{calledSo(each)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Panel>
      {services.length === 0 && (
        <p className={styles['note']}>
          There is no service to map to yet. <a href="#/settings/services">Add services</a> first.
        </p>
      )}
      <p className={styles['note']}>
        {selects
          ? 'Alerts that have these labels count for the releases of the service while they roll out.'
          : 'What is mapped, and in an environment that is, shows on Environments: what runs where, beside what is recorded by hand.'}
      </p>
    </>
  );
}
