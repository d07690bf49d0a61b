import styles from './Logo.module.css';

/** The mark: a hull at the foot of its slip, above the water. Stands beside the name, so it has no text itself. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg className={styles['logo']} viewBox="0 0 24 24" width={size} height={size} aria-hidden>
      <path d="M3.6 16.6 15 5.2" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M12.9 12.6h8.5l-2.5 4.6h-9Z" fill="currentColor" />
      <path
        className={styles['water']}
        d="M2.6 20.8h18.8"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
