import { initials } from './initials.ts';
import styles from './Person.module.css';

type PersonProps = {
  name: string;
  /** Second line under the name. */
  role?: string;
  /** The disc alone; the name is told on hover and to screen readers. */
  discOnly?: boolean;
  size?: 'small' | 'large';
};

/** Somebody, by an initials disc and the name. */
export function Person({ name, role, discOnly = false, size = 'small' }: PersonProps) {
  if (discOnly) return <Disc name={name} size={size} />;
  return (
    <span className={styles['person']}>
      <span className={`${styles['disc']} ${styles[size]}`} aria-hidden>
        {initials(name)}
      </span>
      <span className={styles['names']}>
        <bdi className={styles['name']} title={name}>
          {name}
        </bdi>
        {role !== undefined && <span className={styles['role']}>{role}</span>}
      </span>
    </span>
  );
}

/** Several people as overlapping discs; those beyond `most` are counted. */
export function People({ names, most = 6 }: { names: readonly string[]; most?: number }) {
  const rest = names.slice(most);
  return (
    <span className={styles['people']} role="group" aria-label={`People: ${names.length}`}>
      {names.slice(0, most).map((name, index) => (
        <Disc key={`${name} ${index}`} name={name} size="small" />
      ))}
      {rest.length > 0 && (
        <span
          className={`${styles['disc']} ${styles['small']}`}
          role="img"
          aria-label={`${rest.length} more`}
          title={rest.join(', ')}
        >
          +{rest.length}
        </span>
      )}
    </span>
  );
}

function Disc({ name, size }: { name: string; size: 'small' | 'large' }) {
  const look = `${styles['disc']} ${styles[size]}`;
  return (
    <span className={look} role="img" aria-label={name} title={name}>
      <span aria-hidden>{initials(name)}</span>
    </span>
  );
}
