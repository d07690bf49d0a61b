import styles from './Kbd.module.css';

/** Keys to press: `Ctrl+K` is drawn as two, `j` as one. */
export function Kbd({ keys }: { keys: string }) {
  const parts = keys.length > 1 ? keys.split('+') : [keys];
  return (
    <span className={styles['keys']}>
      {parts.map((part) => (
        <kbd key={part} className={styles['key']}>
          {part}
        </kbd>
      ))}
    </span>
  );
}
