import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import {
  connectionFields,
  fieldNames,
  fieldsOf,
  sentOf,
  triedOf,
  type ConnectionFields,
} from './connection-fields.ts';
import { ConnectionFieldset } from './ConnectionFieldset.tsx';
import { DeviceContext } from './DeviceContext.tsx';
import styles from './fields.module.css';
import { providerWords } from './providers/index.ts';
import { paceWords } from './paces.ts';
import { RemoveConnection } from './RemoveConnection.tsx';
import { TestResult } from './TestResult.tsx';
import { useTest } from './use-test.ts';

/** Where a connection points and with which token. */
export function ConnectionSettings({ connection }: { connection: ConnectionView }) {
  const save = useCommand('connections.save');
  const tried = useTest();
  const saved = fieldsOf(connection);
  const edit = useSavedForm<ConnectionFields>({
    draftKey: `connection.${connection.id}`,
    values: saved,
    rev: connection.rev,
    resolver: zodResolver(connectionFields),
    leaveOut: ['token'],
  });
  const { handleSubmit, getValues, setError, watch, formState } = edit.form;
  const moved = watch('baseUrl') !== connection.baseUrl;

  async function submit(fields: ConnectionFields, rev = edit.baseRev): Promise<void> {
    const { id, workflows } = connection;
    const result = await save.run({ ...sentOf(fields), id, rev, workflows });
    if (!result.ok) {
      showFieldErrors(result.error, fieldNames, setError);
      return;
    }
    edit.settle(fieldsOf(result.value), result.value.rev);
    showToast({ text: 'Connection saved' });
  }
  function discard(): void {
    edit.settle(saved, connection.rev);
    save.clearError();
  }
  const differences = [
    { label: 'Name', saved: saved.name, typed: getValues('name') },
    { label: 'Address', saved: saved.baseUrl, typed: getValues('baseUrl') },
    {
      label: providerWords[connection.provider].repository.label,
      saved: saved.repository,
      typed: getValues('repository'),
    },
    { label: 'Proxy', saved: saved.proxy, typed: getValues('proxy') },
    { label: 'Certificate', saved: saved.ca, typed: getValues('ca') },
    {
      label: 'Synced by itself',
      saved: paceWords(saved.everyMinutes),
      typed: paceWords(getValues('everyMinutes')),
    },
  ].filter((each) => each.saved !== each.typed);

  return (
    <SplitView>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => void handleSubmit((fields) => submit(fields))(event)}
      >
        {save.error?.code === 'conflict' && (
          <FormConflict
            error={save.error}
            theirs={differences}
            onKeepMine={() => void handleSubmit((fields) => submit(fields, connection.rev))()}
            onTakeTheirs={discard}
          />
        )}
        {save.error && save.error.code !== 'conflict' && (
          <ErrorPanel {...errorParts('The connection was not saved', save.error)} />
        )}
        <Panel padded>
          <ConnectionFieldset
            form={edit.form}
            hasToken={connection.hasToken}
            authorities={connection.authorities}
          />
          {moved && connection.hasToken && (
            <p className={styles['note']}>
              The kept token belongs to {connection.baseUrl} and is not sent to another address:
              saving forgets it unless you type one.
            </p>
          )}
          <div className={styles['actions']}>
            <Button
              type="submit"
              variant="contained"
              disabled={!formState.isDirty}
              loading={save.pending}
            >
              Save
            </Button>
            {formState.isDirty && (
              <Button variant="text" onClick={discard}>
                Discard what I typed
              </Button>
            )}
            <Button
              loading={tried.pending}
              onClick={() =>
                void handleSubmit((fields) =>
                  tried.test({ ...triedOf(fields), id: connection.id }),
                )()
              }
            >
              Test
            </Button>
            <RemoveConnection connection={connection} />
          </div>
          <TestResult reached={tried.reached} error={tried.error} />
        </Panel>
      </form>
      {connection.provider === 'kubernetes' && <DeviceContext connectionId={connection.id} />}
    </SplitView>
  );
}
