import Button from '@mui/material/Button';
import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './fields.module.css';

type WayFieldsProps = {
  form: UseFormReturn<ConnectionFields>;
  /** The certificates that are saved, to be checked by people. */
  authorities: ConnectionView['authorities'];
};

/** How the server is reached where that takes a proxy, or an authority of its own. */
export function WayFields({ form, authorities }: WayFieldsProps) {
  const { register, setValue, watch, formState } = form;
  const { errors } = formState;
  const file = useRef<HTMLInputElement>(null);
  const isUsed = watch('ca') !== '' || watch('proxy') !== '';

  async function choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    setValue('ca', await chosen.text(), { shouldDirty: true, shouldValidate: true });
  }

  return (
    <details
      className={`${styles['details']} ${styles['part']}`}
      open={isUsed || errors.ca !== undefined || errors.proxy !== undefined ? true : undefined}
    >
      <summary>How it is reached</summary>
      <TextInput
        label="Proxy"
        optional
        placeholder="http://proxy.example.com:3128"
        help="Of this connection alone. The token is not shown to it: what goes through is encrypted where the address begins with https."
        mono
        dir="ltr"
        spellCheck={false}
        error={messageOf(errors.proxy)}
        {...register('proxy')}
      />
      <TextArea
        label="Certificate of its authority"
        optional
        help="For a server whose certificate your own organisation signs: PEM text. It is trusted beside those this computer trusts, for this connection alone; certificates are always checked."
        dir="ltr"
        spellCheck={false}
        className={styles['pem']}
        error={messageOf(errors.ca)}
        {...register('ca')}
      />
      {authorities.length > 0 && (
        <ul className={styles['authorities']}>
          {authorities.map(({ subject, validTo }) => (
            <li key={subject}>
              <bdi>{subject}</bdi>, valid until {validTo.slice(0, 10)}
            </li>
          ))}
        </ul>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept=".pem,.crt,.cer,.txt"
        aria-label="Certificate file"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className={styles['file']}>
        <Button startIcon={<FileUp />} onClick={() => file.current?.click()}>
          Take it from a file
        </Button>
      </div>
    </details>
  );
}
