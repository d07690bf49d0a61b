import type { Provider, WorkflowMapping } from '#shared/model/delivery/pipelines.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import { ChevronDown } from 'lucide-react';
import choice from '../../../components/form/Choice.module.css';
import control from '../../../components/form/control.module.css';
import { Panel } from '../../../components/Panel.tsx';
import { AddWorkflow } from './AddWorkflow.tsx';
import styles from './fields.module.css';
import { remap, rowsOf, type KnownWorkflow } from './mapping.ts';
import { providerWords } from './providers/index.ts';

type MappingEditorProps = {
  mapping: readonly WorkflowMapping[];
  onChange: (mapping: WorkflowMapping[]) => void;
  /** What the provider or the imported runs name. */
  known: readonly KnownWorkflow[];
  services: readonly Service[];
  provider: Provider;
};

/** Which workflow builds which service, and which of them a green pipeline needs. */
export function MappingEditor({
  mapping,
  onChange,
  known,
  services,
  provider,
}: MappingEditorProps) {
  const rows = rowsOf(known, mapping);
  const words = providerWords[provider];
  return (
    <>
      {rows.length > 0 && (
        <Panel>
          <table className={styles['mapping']}>
            <thead>
              <tr>
                <th scope="col">Workflow</th>
                <th scope="col">Builds the service</th>
                <th scope="col">Gate</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.workflow}>
                  <td>
                    <bdi className={styles['workflow']}>{row.name}</bdi>
                    <bdi dir="ltr" className={styles['path']}>
                      {row.workflow}
                    </bdi>
                  </td>
                  <td>
                    <span className={control['select']}>
                      <select
                        className={control['control']}
                        aria-label={`Service of ${row.name}`}
                        value={row.serviceId ?? ''}
                        onChange={(event) =>
                          onChange(remap(mapping, row.workflow, { serviceId: event.target.value }))
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
                  </td>
                  <td>
                    <label className={styles['required']}>
                      <input
                        type="checkbox"
                        className={choice['box']}
                        checked={row.required}
                        disabled={row.serviceId === null}
                        onChange={(event) =>
                          onChange(remap(mapping, row.workflow, { required: event.target.checked }))
                        }
                      />
                      Required
                      <span className="visually-hidden"> {row.name}</span>
                    </label>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
      {services.length === 0 && (
        <p className={styles['note']}>
          There is no service to map to yet. <a href="#/settings/services">Add services</a> first.
        </p>
      )}
      {services[0] && words.workflow !== undefined && (
        <AddWorkflow
          example={words.workflow}
          by={words.workflowBy ?? 'its file'}
          taken={rows.map(({ workflow }) => workflow)}
          onAdd={(workflow) =>
            onChange([...mapping, { workflow, serviceId: services[0]?.id ?? '', required: true }])
          }
        />
      )}
      <p className={styles['note']}>
        “Pipeline green” passes when the newest attempt of every required workflow of a component’s
        service succeeded for the component’s commit.
      </p>
    </>
  );
}
