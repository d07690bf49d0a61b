import type { ReactNode } from 'react';
import IconButton from '@mui/material/IconButton';
import { ArrowUpRight } from 'lucide-react';
import type { StatusKind } from '../app/theme/tokens.ts';
import { AsOf } from './AsOf.tsx';
import styles from './EvidenceRow.module.css';
import { HashText } from './HashText.tsx';
import { Status } from './Status.tsx';

type EvidenceRowProps = {
  /** What it proves: "SARIF, 0 critical, 2 high accepted". */
  what: string;
  status: StatusKind;
  /** Who or what says so. */
  source?: string;
  /** ISO instant it was taken at; null where it never was. */
  at: string | null;
  zone: string;
  now: string;
  /** Minutes it holds. */
  limit?: number;
  /** Content hash; its first letters are shown, all of it on hover. */
  digest?: string;
  onOpen?: () => void;
  /** Buttons of its own, such as an acknowledgement. */
  children?: ReactNode;
};

/** One fact that a gate or a decision rests on. */
export function EvidenceRow(props: EvidenceRowProps) {
  const { what, status, source, at, zone, now, limit, digest, onOpen, children } = props;
  return (
    <div className={styles['row']}>
      <span className={styles['mark']}>
        <Status kind={status} variant="icon" size={15} />
      </span>
      <div className={styles['main']}>
        <span className={styles['what']}>
          <HashText text={what} />
        </span>
        {digest !== undefined && (
          <span className={styles['digest']} title={digest}>
            {shortDigest(digest)}
          </span>
        )}
        {source !== undefined && <span className={styles['source']}>{source}</span>}
      </div>
      <span className={styles['end']}>
        <AsOf {...{ at, zone, now }} {...(limit !== undefined && { limit })} />
        {children}
        {onOpen !== undefined && (
          <IconButton aria-label={`Open ${what}`} onClick={onOpen}>
            <ArrowUpRight />
          </IconButton>
        )}
      </span>
    </div>
  );
}

// `sha256:7d1f…` and a bare hash alike show four letters of the hash.
function shortDigest(digest: string): string {
  const hash = digest.split(':').at(-1) ?? digest;
  return `${hash.slice(0, 4)}…`;
}
