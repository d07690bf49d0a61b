import { useState } from 'react';
import type { ListedContext } from '#shared/contract/delivery/connections.ts';
import type { Output } from '#shared/contract/index.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './fields.module.css';

export type ChosenContext = NonNullable<Output<'connections.context'>>;

type ContextFieldsProps = {
  chosen: ChosenContext | null;
  /** `listed` says where the cluster of the chosen one is; null where none is chosen. */
  onChoose: (chosen: ChosenContext | null, listed: ListedContext | null) => void;
};

/** By which context of a kubeconfig this device signs in to a cluster, as kubectl does. */
export function ContextFields({ chosen, onChoose }: ContextFieldsProps) {
  const [path, setPath] = useState(chosen?.kubeconfig ?? '');
  const [asked, setAsked] = useState(path);
  const [isOpen, setOpen] = useState(chosen !== null);
  const list = useProcedure('connections.contexts', asked === '' ? {} : { kubeconfig: asked }, {
    enabled: isOpen,
  });
  const contexts = list.data?.contexts ?? [];
  const listed = contexts.find(({ name }) => name === chosen?.name);
  const isLost = chosen !== null && list.data !== undefined && listed === undefined;
  const options = [
    ...contexts.map(({ name, server, trouble }) => ({
      value: name,
      label: trouble === null ? `${name}, ${server}` : `${name}, cannot be used`,
      disabled: trouble !== null,
    })),
    ...(isLost ? [{ value: chosen.name, label: `${chosen.name}, is not there any more` }] : []),
  ];

  function choose(name: string): void {
    const found = contexts.find((each) => each.name === name) ?? null;
    const kubeconfig = asked === '' ? null : asked;
    onChoose(found && { name, kubeconfig }, found);
  }

  return (
    <details
      className={styles['details']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Sign in with a kubeconfig of this device</summary>
      <TextInput
        label="Kubeconfig"
        optional
        mono
        dir="ltr"
        spellCheck={false}
        placeholder="/home/mara/.kube/config"
        help="The path of the file. Empty looks where kubectl does: KUBECONFIG, then .kube/config in your home folder."
        error={list.isError ? list.error.error.message : undefined}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        onBlur={() => setAsked(path.trim())}
      />
      <SelectInput
        label="Context"
        none="None: by the token"
        options={options}
        value={chosen?.name ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
      {listed && <p className={styles['note']}>{signedInBy(listed)}</p>}
      {contexts.map(
        ({ name, trouble }) =>
          trouble !== null && (
            <p key={name} className={styles['note']}>
              {trouble}.
            </p>
          ),
      )}
      <p className={styles['note']}>
        The choice stays on this device. What a context names as its program is started here to sign
        in: choose only a kubeconfig you trust.
      </p>
    </details>
  );
}

function signedInBy({ name, signsIn, program }: ListedContext): string {
  switch (signsIn) {
    case 'program':
      return `${name} signs in with a program that is started on this device at each test and sync: ${program ?? ''}`;
    case 'certificate':
      return `${name} signs in with a certificate.`;
    case 'token':
      return `${name} signs in with a token of its own.`;
    case 'nothing':
      return `${name} signs in with nothing.`;
  }
}
