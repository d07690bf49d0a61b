import Button from '@mui/material/Button';
import { Status } from '../../../components/Status.tsx';
import { whenText, zoneText } from '../../../components/when-text.ts';
import { findingLook } from './placement-words.ts';
import type { Placement } from './use-placement.ts';
import styles from './Placement.module.css';

type PlacementShortProps = {
  placement: Placement;
  now: string;
  onGo: (startAt: string) => void;
};

/** The worst that stands against a start in one line, and a button to the nearest that is free. */
export function PlacementShort({ placement, now, onGo }: PlacementShortProps) {
  const { check, nearest } = placement;
  if (check.isError && check.data === undefined) {
    return <span>The start could not be checked: {check.error.message}</span>;
  }
  if (check.data === undefined) return null;
  const open = check.data.findings.filter(({ exception }) => exception === null);
  const [worst] = open;
  if (worst === undefined) {
    return <Status kind="passed" variant="plain" label="Nothing stands against this start." />;
  }
  const { kind, word } = findingLook(worst);
  const more = open.length === 1 ? '' : ` And ${open.length - 1} more.`;
  const free = nearest?.starts[0]?.startAt;
  const zone = check.data.zone;
  return (
    <span className={styles['short']}>
      <Status kind={kind} variant="plain" label={word} />
      <bdi title={worst.override}>
        {worst.what}
        {more}
      </bdi>
      {free !== undefined && (
        <Button size="small" onClick={() => onGo(free)}>
          Nearest free: {whenText(free, zone, now)} {zoneText(zone)}
        </Button>
      )}
      {free === undefined && <bdi>{nearest?.inTheWay?.what}</bdi>}
    </span>
  );
}
