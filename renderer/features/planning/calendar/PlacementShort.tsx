import Button from '@mui/material/Button';
import { whenText, zoneText } from '../../../components/when-text.ts';
import type { Placement } from './use-placement.ts';
import styles from './Placement.module.css';
import { WorstFinding } from './WorstFinding.tsx';

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
  const { findings, worst, zone } = check.data;
  const free = nearest?.starts[0]?.startAt;
  return (
    <span className={styles['short']}>
      <WorstFinding findings={findings} />
      {worst !== null && free !== undefined && (
        <Button size="small" onClick={() => onGo(free)}>
          Nearest free: {whenText(free, zone, now)} {zoneText(zone)}
        </Button>
      )}
      {worst !== null && free === undefined && <bdi>{nearest?.inTheWay?.what}</bdi>}
    </span>
  );
}
