import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { checkVersion } from '#shared/rules/planning/versions/versions.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Status } from '../../../components/Status.tsx';
import { schemeOf, type ServiceFields } from './service-fields.ts';
import styles from './services.module.css';

const schemeChoices = [
  {
    value: 'semver',
    label: 'Semantic',
    note: '4.2.0, 4.2.0-rc.1: three numbers, each with a meaning.',
  },
  { value: 'calendar', label: 'Calendar', note: '2026.11.0: the date is in the version.' },
  { value: 'pattern', label: 'Pattern', note: 'Any other rule, as a regular expression.' },
] as const;

/** How versions of the service are written, tried out while it is typed. */
export function SchemeFields({ form }: { form: UseFormReturn<ServiceFields> }) {
  const { register, control, formState } = form;
  const [scheme, format, pattern] = useWatch({ control, name: ['scheme', 'format', 'pattern'] });
  return (
    <>
      <ChoiceInput
        label="Versions are written as"
        help="Every version of a component is checked by it while it is typed."
        choices={schemeChoices}
        {...register('scheme')}
      />
      {scheme === 'calendar' && (
        <TextInput
          label="Format"
          help="From YYYY, YY, 0Y, MM, 0M, WW, 0W, DD, 0D, MAJOR, MINOR and MICRO, with dots, dashes or underscores between."
          mono
          dir="ltr"
          spellCheck={false}
          error={messageOf(formState.errors.format)}
          {...register('format')}
        />
      )}
      {scheme === 'pattern' && (
        <TextInput
          label="Regular expression"
          help="It has to fit the whole version."
          mono
          dir="ltr"
          spellCheck={false}
          error={messageOf(formState.errors.pattern)}
          {...register('pattern')}
        />
      )}
      <VersionTrial scheme={schemeOf({ scheme, format, pattern })} />
    </>
  );
}

function VersionTrial({ scheme }: { scheme: ReturnType<typeof schemeOf> }) {
  const [version, setVersion] = useState('');
  const check = checkVersion(scheme, version);
  const example = checkVersion(scheme, '');
  return (
    <div className={styles['trial']}>
      <TextInput
        label="Try a version"
        optional
        mono
        dir="ltr"
        spellCheck={false}
        placeholder={example.ok ? undefined : example.example}
        value={version}
        onChange={(event) => setVersion(event.target.value)}
      />
      <p className={styles['verdict']} role="status">
        {version === '' && !example.ok && (
          <>
            For example <code>{example.example}</code>
          </>
        )}
        {version !== '' && check.ok && (
          <Status kind="passed" variant="plain" label="Fits the scheme" />
        )}
        {version !== '' && !check.ok && (
          <>
            <Status kind="failed" variant="plain" label="Does not fit" />
            <span>{check.message}</span>
          </>
        )}
      </p>
    </div>
  );
}
