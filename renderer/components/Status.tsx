import type { StatusKind } from '../app/theme/tokens.ts';
import { statusLook } from './status-look.ts';
import styles from './Status.module.css';

type StatusProps = {
  kind: StatusKind;
  /** Replaces the usual word where the field has a better one ("Blocked", "1 out of date"). */
  label?: string;
  /**
   * `pill`: icon and word on their colour. `word`: the pill without its icon, where the icon already
   * stands at the head of the row. `plain`: icon and word without a ground. `icon`: the icon alone,
   * whose word is told to screen readers and on hover.
   */
  variant?: 'pill' | 'word' | 'plain' | 'icon';
  /** One width for all, so that pills stand under each other in a list. */
  wide?: boolean;
  /** Pixels of the icon. */
  size?: number;
};

/** Where a thing stands, by icon, word and colour together. */
export function Status({ kind, label, variant = 'pill', wide = false, size }: StatusProps) {
  const { icon: Icon, word } = statusLook[kind];
  const text = label ?? word;
  if (variant === 'icon') {
    return (
      <span
        className={`${styles['status']} ${styles[kind]}`}
        role="img"
        aria-label={text}
        title={text}
      >
        <Icon className={styles['icon']} size={size ?? 16} aria-hidden />
      </span>
    );
  }
  const ground = variant === 'plain' ? '' : styles['pill'];
  return (
    <span className={`${styles['status']} ${styles[kind]} ${ground} ${wide ? styles['wide'] : ''}`}>
      {variant !== 'word' && <Icon className={styles['icon']} size={size ?? 14} aria-hidden />}
      <span className={styles['word']}>{text}</span>
    </span>
  );
}
