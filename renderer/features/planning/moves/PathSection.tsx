import Button from '@mui/material/Button';
import type { CriticalPath, PathStep } from '#shared/model/planning/critical-path.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { releaseHref } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { PathPicture } from './PathPicture.tsx';
import { slackOfStep } from './path-words.ts';
import styles from './moves.module.css';

/** What says when the release can start, and how far each part of it can slip. */
export function PathSection({ page }: { page: ReleasePage }) {
  const path = useProcedure('releases.criticalPath', { id: page.release.id });
  if (path.isError && path.data === undefined) {
    return (
      <Section title="Critical path">
        <ErrorPanel
          {...errorParts('What says when it can start could not be read', path.error)}
          onRetry={() => void path.refetch()}
        />
      </Section>
    );
  }
  // Of a release that waits for nothing with a date, its plan alone says when.
  if (path.data === undefined || path.data.steps.length === 0) return null;
  return <Path path={path.data} page={page} />;
}

function Path({ path, page }: { path: CriticalPath; page: ReleasePage }) {
  const { startAt, earliestAt, steps, why } = path;
  const isEarly = startAt !== null && earliestAt !== null && earliestAt > startAt;
  const isLate = isEarly || steps.some(({ slackDays }) => slackDays < 0);
  const word = isEarly ? 'Starts too early' : isLate ? 'Something comes too late' : 'In time';
  return (
    <Section title="Critical path" note="what says when this release can start">
      <p className={styles['verdict']}>
        <Status kind={isLate ? 'failed' : 'passed'} label={word} />
        <span dir="auto">{why}</span>
      </p>
      <PathPicture path={path} page={page} />
      <PanelList label="What the start waits for">
        {steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </PanelList>
    </Section>
  );
}

function Step({ step }: { step: PathStep }) {
  const { releaseId, name, number, slackDays, drives, why } = step;
  const kind = slackDays < 0 ? 'failed' : drives ? 'waiting' : 'passed';
  const word = slackDays < 0 ? 'Too late' : drives ? 'Says when it can start' : 'Has slack';
  return (
    <PanelRow
      lead={<Status kind={kind} label={word} variant="icon" />}
      title={<bdi>{name}</bdi>}
      beside={number === null ? undefined : `R-${number}`}
      note={<bdi>{drives && slackDays >= 0 ? `Says when it can start. ${why}` : why}</bdi>}
      end={
        <>
          <span className={slackDays < 0 ? styles['tooLate'] : styles['slack']}>
            {slackOfStep(step)}
          </span>
          {releaseId !== null && (
            <Button size="small" href={releaseHref(releaseId, 'plan')} aria-label={`Open ${name}`}>
              Open
            </Button>
          )}
        </>
      }
    />
  );
}
