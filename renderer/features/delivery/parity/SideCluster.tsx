import Button from '@mui/material/Button';
import { useState } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './parity.module.css';
import type { Cluster } from './use-comparison.ts';

type SideClusterProps = { title: string; onCluster: (cluster: Cluster) => void };

/** Instead of a file: a namespace of a cluster that is connected. Nothing where none is. */
export function SideCluster({ title, onCluster }: SideClusterProps) {
  const list = useProcedure('connections.list', {}).data ?? [];
  const clusters = list.filter(({ provider }) => provider === 'kubernetes');
  const [connectionId, setConnectionId] = useState('');
  const [namespace, setNamespace] = useState('');
  const chosen = clusters.find(({ id }) => id === connectionId);
  if (clusters.length === 0) return null;
  const place = namespace.trim() || (chosen?.repository ?? '');
  return (
    <details className={styles['cluster']}>
      <summary>Or read a cluster</summary>
      <SelectInput
        label={`Cluster, ${title.toLowerCase()}`}
        none="Choose a connection"
        options={clusters.map(({ id, name }) => ({ value: id, label: name }))}
        value={connectionId}
        onChange={({ target }) => setConnectionId(target.value)}
      />
      <TextInput
        label={`Namespace, ${title.toLowerCase()}`}
        optional={chosen?.repository !== ''}
        placeholder={chosen?.repository || 'payments'}
        mono
        dir="ltr"
        value={namespace}
        onChange={({ target }) => setNamespace(target.value)}
        help="Its ConfigMaps and Secrets are read now; no value is shown or kept."
      />
      <Button
        disabled={chosen === undefined || place === ''}
        onClick={() => {
          if (chosen === undefined) return;
          const name = `${chosen.name}/${place}`;
          onCluster({ name, connectionId: chosen.id, namespace: namespace.trim() });
        }}
      >
        Read it
      </Button>
    </details>
  );
}
