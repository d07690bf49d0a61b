import type { UseFormReturn } from 'react-hook-form';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { providers, type Provider } from '#shared/model/delivery/pipelines.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { PassphraseForm } from '../../../components/editing/PassphraseForm.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { secretPlace, takesPassphrase } from '../../../components/secret-words.ts';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './fields.module.css';
import { groupOf, groups, providerWords } from './providers/index.ts';
import { ScheduleFields } from './ScheduleFields.tsx';
import { WayFields } from './WayFields.tsx';

type ConnectionFieldsetProps = {
  form: UseFormReturn<ConnectionFields>;
  /** Null for a new connection; otherwise whether a token is kept already. */
  hasToken: boolean | null;
  authorities?: ConnectionView['authorities'];
};

const choices = groups.flatMap((group) =>
  providers
    .filter((value) => groupOf(providerWords[value]) === group)
    .map((value) => ({ value, label: providerWords[value].label, group })),
);

/** Provider, address, repository, name and token of a connection, when it is synced and how reached. */
export function ConnectionFieldset({ form, hasToken, authorities = [] }: ConnectionFieldsetProps) {
  const { register, setValue, getValues, getFieldState, watch, formState } = form;
  const { errors } = formState;
  const words = providerWords[watch('provider')];

  // An address nobody typed follows the provider.
  function providerChosen(chosen: Provider): void {
    const typed = getValues('baseUrl').trim();
    const isOurs = providers.some((each) => providerWords[each].baseUrl === typed);
    if (typed === '' || isOurs) setValue('baseUrl', providerWords[chosen].baseUrl);
  }

  // A connection is called after its repository until somebody names it otherwise.
  function repositoryTyped(repository: string): void {
    if (hasToken !== null || getFieldState('name', formState).isDirty) return;
    setValue('name', repository.replace(/\/+$/, '').split('/').at(-1) ?? '');
  }

  // The address of a project says both; whoever pastes it need not take it apart.
  function leftAddress(typed: string): void {
    const place = words.pasted?.(typed.trim());
    if (!place?.project) return;
    setValue('baseUrl', place.baseUrl, { shouldDirty: true });
    setValue('repository', place.project, { shouldDirty: true });
    repositoryTyped(place.project);
  }

  return (
    <>
      {hasToken === null && (
        <SelectInput
          label="Provider"
          options={choices}
          {...register('provider', { onChange: () => providerChosen(getValues('provider')) })}
        />
      )}
      <TextInput
        label={words.address.label}
        help={words.address.help}
        mono
        dir="ltr"
        spellCheck={false}
        error={messageOf(errors.baseUrl)}
        {...register('baseUrl', { onBlur: () => leftAddress(getValues('baseUrl')) })}
      />
      <TextInput
        label={words.repository.label}
        help={words.repository.help}
        placeholder={words.repository.placeholder}
        optional={words.repository.optional ?? false}
        mono
        dir="ltr"
        spellCheck={false}
        error={messageOf(errors.repository)}
        {...register('repository', {
          onChange: () => repositoryTyped(getValues('repository')),
          onBlur: () => leftAddress(getValues('repository')),
        })}
      />
      <TextInput label="Name" error={messageOf(errors.name)} {...register('name')} />
      <TextInput
        label={words.token?.label ?? 'Token'}
        type="password"
        optional
        dir="ltr"
        autoComplete="off"
        placeholder={
          hasToken === true ? 'A token is kept; type to replace it' : words.token?.placeholder
        }
        help={words.tokenHelp}
        error={messageOf(errors.token)}
        {...register('token')}
      />
      <TokenPlace />
      <ScheduleFields form={form} />
      <WayFields form={form} authorities={authorities} />
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
