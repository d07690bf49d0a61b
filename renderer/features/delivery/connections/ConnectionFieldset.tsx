import type { UseFormReturn } from 'react-hook-form';
import { messageOf } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { PassphraseForm } from '../../../components/editing/PassphraseForm.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { secretPlace, takesPassphrase } from '../../../components/secret-words.ts';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './fields.module.css';

type ConnectionFieldsetProps = {
  form: UseFormReturn<ConnectionFields>;
  /** Null for a new connection; otherwise whether a token is kept already. */
  hasToken: boolean | null;
};

/** Address, repository, name and token of a connection. */
export function ConnectionFieldset({ form, hasToken }: ConnectionFieldsetProps) {
  const { register, setValue, getValues, getFieldState, formState } = form;
  const { errors } = formState;

  // A connection is called after its repository until somebody names it otherwise.
  function repositoryTyped(repository: string): void {
    if (hasToken !== null || getFieldState('name', formState).isDirty) return;
    setValue('name', repository.split('/').at(-1) ?? '');
  }

  return (
    <>
      <TextInput
        label="Address of the API"
        help="GitHub itself, or your GitHub Enterprise server: https://github.example.com/api/v3. Requests go to this address and nowhere else; a redirect to another host is refused."
        mono
        dir="ltr"
        spellCheck={false}
        error={messageOf(errors.baseUrl)}
        {...register('baseUrl')}
      />
      <TextInput
        label="Repository"
        placeholder="owner/name"
        mono
        dir="ltr"
        spellCheck={false}
        error={messageOf(errors.repository)}
        {...register('repository', {
          onChange: () => repositoryTyped(getValues('repository')),
        })}
      />
      <TextInput label="Name" error={messageOf(errors.name)} {...register('name')} />
      <TextInput
        label="Token"
        type="password"
        optional
        dir="ltr"
        autoComplete="off"
        placeholder={hasToken === true ? 'A token is kept; type to replace it' : undefined}
        help={
          <>
            A fine-grained token with read access to Actions and Metadata of this repository is
            enough. Public repositories work without one, at a lower rate limit.
          </>
        }
        error={messageOf(errors.token)}
        {...register('token')}
      />
      <TokenPlace />
    </>
  );
}

/** Said where the token is typed: where it goes, and where it never goes. */
function TokenPlace() {
  const secrets = useProcedure('device.info', {}).data?.secrets;
  const unlock = useCommand('device.unlockSecrets');
  if (!secrets) return null;
  return (
    <div className={styles['place']}>
      <p>
        <strong>The token stays on this device</strong>, {secretPlace(secrets)} It never enters the
        workspace, a backup or an export.
      </p>
      {takesPassphrase(secrets) && (
        <details className={styles['details']} open={secrets.locked}>
          <summary>
            {secrets.locked ? 'Unlock the kept tokens' : 'Keep it beyond this session'}
          </summary>
          <PassphraseForm
            starts={secrets.protection === 'memory'}
            submit={async (passphrase) => {
              const result = await unlock.run({ passphrase });
              return result.ok ? null : result.error;
            }}
          />
        </details>
      )}
    </div>
  );
}
