import Button from '@mui/material/Button';
import type { PlacementCheck, PlacementFinding } from '#shared/model/planning/placement.ts';
import type { NearestFree } from '#shared/model/planning/placement.ts';
import { ruleNames } from '#shared/rules/planning/placement/coverage.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import { whenText, zoneText } from '../../../components/when-text.ts';
import { findingLook } from './placement-words.ts';
import type { Placement } from './use-placement.ts';
import styles from './Placement.module.css';

type PlacementViewProps = {
  placement: Placement;
  now: string;
  /** Opens the request of an exception; absent where one is asked for elsewhere. */
  onAsk?: (finding: PlacementFinding, check: PlacementCheck) => void;
  /** Goes to a start that is free; absent where it is only told. */
  onGo?: (startAt: string) => void;
  /** Said where nothing stands against the start. */
  clear?: string;
};

/** All that stands against a start, the gravest first, and where nothing does. */
export function PlacementView({ placement, now, onAsk, onGo, clear }: PlacementViewProps) {
  const { check, nearest } = placement;
  if (check.isError && check.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The start could not be checked', check.error)}
        onRetry={() => void check.refetch()}
      />
    );
  }
  if (check.data === undefined) {
    return check.isLoading ? <SkeletonRows rows={1} what="the check of the start" /> : null;
  }
  const { findings } = check.data;
  if (findings.length === 0) {
    return (
      <Status kind="passed" variant="plain" label={clear ?? 'Nothing stands against this start.'} />
    );
  }
  return (
    <div className={styles['check']}>
      <PanelList label="Findings of the calendar check">
        {findings.map((finding) => (
          <Finding
            key={`${finding.key} ${finding.subject.id}`}
            finding={finding}
            now={now}
            onAsk={onAsk && (() => onAsk(finding, check.data))}
          />
        ))}
      </PanelList>
      {nearest !== undefined && <NearestStarts nearest={nearest} now={now} onGo={onGo} />}
    </div>
  );
}

type FindingProps = { finding: PlacementFinding; now: string; onAsk: (() => void) | undefined };

function Finding({ finding, now, onAsk }: FindingProps) {
  const { key, severity, subject, what, utc, override, exception, asked, proposal } = finding;
  const { kind, word } = findingLook(finding);
  const title = `${ruleNames[key]}: ${subject.name}`;
  const canAsk = severity !== 'warning' && exception === null && !asked && onAsk !== undefined;
  return (
    <PanelRow
      lead={<Status kind={kind} variant="icon" label={word} />}
      title={<bdi className={styles['title']}>{title}</bdi>}
      beside={
        <>
          {word}{' '}
          <Why
            what={title}
            rule={finding.rule}
            inputs={inputsOf(finding)}
            {...(finding.arithmetic === null ? {} : { arithmetic: finding.arithmetic })}
            wouldChange={override}
          />
        </>
      }
      note={
        <>
          <bdi className={styles['what']}>{what}</bdi>
          {utc !== '' && <span className={styles['line']}>{utc}</span>}
          {exception !== null && (
            <span className={styles['line']}>
              An exception covers it until {whenText(exception.expiresAt, finding.zone, now)}{' '}
              {zoneText(finding.zone)}.
            </span>
          )}
          {exception === null && severity !== 'warning' && (
            <bdi className={styles['line']}>
              {asked ? 'An exception was asked for and waits for a decision.' : override}
            </bdi>
          )}
          {proposal !== null && <bdi className={styles['proposal']}>{proposal}</bdi>}
        </>
      }
      end={
        canAsk && (
          <Button size="small" aria-label={`Ask for an exception to ${title}`} onClick={onAsk}>
            Ask for an exception…
          </Button>
        )
      }
    />
  );
}

function inputsOf({ places, scope, local }: PlacementFinding) {
  return [
    { name: 'Deployment to', value: places.join(', ') },
    ...(scope === '' ? [] : [{ name: 'Applies to', value: scope }]),
    ...(local === '' ? [] : [{ name: 'On', value: local }]),
  ];
}

type NearestStartsProps = {
  nearest: NearestFree;
  now: string;
  onGo: ((startAt: string) => void) | undefined;
};

/** The next starts against which nothing stands, or what is in the way of any. */
export function NearestStarts({ nearest, now, onGo }: NearestStartsProps) {
  const { starts, zone, inTheWay } = nearest;
  const place = zoneText(zone);
  return (
    <div className={styles['nearest']}>
      {starts.length > 0 && <span>Nearest free ({place}):</span>}
      {starts.map(({ startAt }) => {
        const when = whenText(startAt, zone, now);
        return onGo === undefined ? (
          <time key={startAt} dateTime={startAt} className={styles['start']}>
            {when}
          </time>
        ) : (
          <Button key={startAt} size="small" onClick={() => onGo(startAt)}>
            {when}
          </Button>
        );
      })}
      {inTheWay !== null && <bdi>{inTheWay.what}</bdi>}
    </div>
  );
}
