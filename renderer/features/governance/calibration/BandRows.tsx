import Button from '@mui/material/Button';
import type { CalibratedBand, Calibration } from '#shared/model/governance/calibration.ts';
import { fewestForShare } from '#shared/rules/share-interval.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Why } from '../../../components/Why.tsx';
import type { CalibrationPick } from './CalibrationScreen.tsx';
import { percent, verdictWords } from './calibration-words.ts';
import styles from './calibration.module.css';

type BandRowsProps = {
  calibration: Calibration;
  picked: CalibrationPick;
  onPick: (pick: CalibrationPick) => void;
};

/** A row for each band: how many went wrong of how many, drawn with the interval. */
export function BandRows({ calibration, picked, onPick }: BandRowsProps) {
  const show = (pick: CalibrationPick) => () => onPick(picked === pick ? null : pick);
  return (
    <table className={styles['bands']}>
      <thead>
        <tr>
          <th scope="col">Band told before</th>
          <th scope="col">Went wrong</th>
          <th scope="col">Share, with 95 % interval</th>
          <th scope="col">
            <span className="visually-hidden">As a picture</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">Releases</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {calibration.bands.map((row) => (
          <tr key={row.band}>
            <th scope="row">
              <RiskBand short band={row.band} />
            </th>
            <td className={styles['figure']}>
              {row.wentWrong} of {row.n}
            </td>
            <td>
              <ShareWords row={row} />
            </td>
            <td className={styles['bar']}>
              <Bar row={row} />
            </td>
            <td>
              {row.n > 0 && (
                <Button
                  size="small"
                  variant="text"
                  aria-pressed={picked === row.band}
                  onClick={show(row.band)}
                >
                  {picked === row.band ? 'Show all' : `Show ${row.n}`}
                  <span className="visually-hidden"> told {row.band}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
        {calibration.without > 0 && (
          <tr>
            <th scope="row">Not assessed before</th>
            <td className={styles['figure']}>{calibration.without}</td>
            <td colSpan={2} className={styles['quiet']}>
              left out: nothing was foretold
            </td>
            <td>
              <Button
                size="small"
                variant="text"
                aria-pressed={picked === 'without'}
                onClick={show('without')}
              >
                {picked === 'without' ? 'Show all' : `Show ${calibration.without}`}
                <span className="visually-hidden"> not assessed before</span>
              </Button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ShareWords({ row }: { row: CalibratedBand }) {
  const { interval, verdict, band, n, wentWrong } = row;
  if (interval === null) return <span className={styles['quiet']}>{verdictWords[verdict]}</span>;
  const range = `${percent(interval.low)} to ${percent(interval.high)}`;
  return (
    <>
      <span className={styles['figure']}>
        {verdict === 'too-few'
          ? `${verdictWords[verdict]} (${range})`
          : `${percent(interval.share)} (${range})`}
      </span>{' '}
      <Why
        what={`Releases told ${band}`}
        rule="Releases that were rolled back, had a failed deployment to production or an incident, of all that went out with this band as the last one told before."
        arithmetic={`${wentWrong} of ${n} = ${percent(interval.share)}; Wilson interval at 95 %: ${range}`}
        wouldChange={`More releases: under ${fewestForShare} a share says more about chance than about the band.`}
      />
    </>
  );
}

/** The interval as a line, the share as a mark on it; the words beside it say the same. */
function Bar({ row: { interval, verdict } }: { row: CalibratedBand }) {
  if (interval === null) return null;
  const { low, high, share } = interval;
  return (
    <svg viewBox="0 0 200 20" className={styles['picture']} aria-hidden preserveAspectRatio="none">
      <line x1="0" x2="200" y1="10" y2="10" className={styles['axis']} />
      <line
        x1={low * 200}
        x2={high * 200}
        y1="10"
        y2="10"
        className={verdict === 'enough' ? styles['span'] : styles['faint']}
      />
      <rect x={Math.min(197, share * 200)} y="3" width="3" height="14" className={styles['mark']} />
    </svg>
  );
}
