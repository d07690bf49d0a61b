import { useRef } from 'react';
import Button from '@mui/material/Button';
import { FileUp } from 'lucide-react';
import type { Cluster, Comparison } from './use-comparison.ts';
import { SideCluster } from './SideCluster.tsx';
import { formatWords } from './parity-words.ts';
import styles from './parity.module.css';

type SideFileProps = {
  /** "First file". */
  title: string;
  example: string;
  name: string | undefined;
  read: Comparison['left'] | undefined;
  refusal: string | undefined;
  onFile: (file: File) => void;
  onCluster: (cluster: Cluster) => void;
};

/** One side of a comparison: its file or cluster, how it was read, and what has to be known of it. */
export function SideFile(props: SideFileProps) {
  const { title, example, name, read, refusal, onFile, onCluster } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles['side']} aria-label={title}>
      <h2>{title}</h2>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={title}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, mended meanwhile, can be chosen again.
          target.value = '';
        }}
      />
      <div className={styles['chosen']}>
        <Button startIcon={<FileUp />} onClick={() => input.current?.click()}>
          {name === undefined ? 'Choose a file…' : 'Choose another…'}
          <span className="visually-hidden"> {title}</span>
        </Button>
        <bdi className={styles['name']}>{name ?? example}</bdi>
      </div>
      <SideCluster title={title} onCluster={onCluster} />
      {read !== undefined && (
        <p className={styles['quiet']}>
          {read.settings === 1 ? '1 setting' : `${read.settings} settings`}, read as{' '}
          {formatWords[read.format]}
        </p>
      )}
      {refusal !== undefined && (
        <p className={styles['refusal']} role="alert">
          <bdi>{refusal}</bdi>
        </p>
      )}
      {read !== undefined && read.notes.length > 0 && (
        <ul className={styles['notes']}>
          {read.notes.map((note) => (
            <li key={note}>
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
