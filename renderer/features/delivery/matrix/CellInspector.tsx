import type { MatrixEnvironment, MatrixRow } from '#shared/model/delivery/matrix.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { AsOf } from '../../../components/AsOf.tsx';
import { CommitChip, VersionChip } from '../../../components/Chip.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { releaseHref } from '../../planning/releases/index.ts';
import { CellHistory } from './CellHistory.tsx';
import type { CellAnswer } from './CellHistory.tsx';
import { ImportedSource } from './ImportedSource.tsx';
import { driftLook, driftWords, kindWords, sourceWords } from './matrix-words.ts';
import styles from './matrix.module.css';

type CellInspectorProps = {
  row: MatrixRow;
  environment: MatrixEnvironment;
  /** The day the matrix is of; null for now. */
  on: string | null;
  zone: string;
  now: string;
  onClose: () => void;
};

/** One cell in full: what runs there and how that is known, what drifts and why, and its history. */
export function CellInspector(props: CellInspectorProps) {
  const { row, environment, on, zone, now, onClose } = props;
  const asked = { serviceId: row.id, environmentId: environment.id };
  const history = useProcedure('matrix.history', on === null ? asked : { ...asked, at: on });
  const { kind, region } = environment;
  return (
    <Inspector
      title={`${row.name} on ${environment.name}`}
      note={[kindWords[kind], region, row.team ?? ''].filter(Boolean).join(' · ')}
      onClose={onClose}
    >
      {history.isError && history.data === undefined && (
        <ErrorPanel
          {...errorParts('The cell could not be read', history.error)}
          onRetry={() => void history.refetch()}
        />
      )}
      {history.isPending && <SkeletonText lines={6} what="the cell" />}
      {history.data !== undefined && (
        <>
          <Runs answer={history.data} {...{ zone, now }} />
          <Drifts answer={history.data} />
          <CellHistory answer={history.data} {...{ zone, now }} />
        </>
      )}
    </Inspector>
  );
}

type PartProps = { answer: CellAnswer; zone: string; now: string };

function Runs({ answer: { cell, isPast, at }, zone, now }: PartProps) {
  const { stands = null, underWay = null } = cell ?? {};
  return (
    <InspectorPart title={isPast ? 'Ran then' : 'Runs now'}>
      {underWay !== null && (
        <p className={styles['sentence']}>
          <Status kind="running" label="Under way" />{' '}
          {underWay.releaseId !== null && (
            <a href={releaseHref(underWay.releaseId, 'overview')}>
              <bdi>{underWay.release}</bdi>
            </a>
          )}
          {underWay.releaseId === null && underWay.imported !== null && (
            <ImportedSource imported={underWay.imported} />
          )}{' '}
          brings <bdi className={styles['version']}>{underWay.version}</bdi>, begun{' '}
          <When at={underWay.startedAt} {...{ zone, now }} />
        </p>
      )}
      {stands === null ? (
        <p className={styles['sentence']}>
          Nothing is known to run here. What is recorded at a release as deployed here shows, and
          what a connection tells of services and environments that are mapped.
        </p>
      ) : (
        <Facts
          facts={[
            { name: 'Version', value: <VersionChip version={stands.version ?? ''} /> },
            {
              name: 'Commit',
              value:
                stands.commit === null ? 'not recorded' : <CommitChip commit={stands.commit} />,
            },
            { name: 'Since', value: <When at={stands.since} {...{ zone, now }} relative /> },
            ...(stands.how === 'put-back'
              ? [
                  {
                    name: 'First came',
                    value: <When at={stands.firstAt} {...{ zone, now }} relative />,
                  },
                ]
              : []),
            { name: 'By', value: <By {...{ stands }} /> },
            { name: 'Source', value: sourceWords[stands.source] },
            ...(stands.imported === null
              ? []
              : [{ name: 'Told by', value: <ImportedSource imported={stands.imported} /> }]),
            {
              name: 'Last confirmed',
              value: <AsOf at={stands.asOf} zone={zone} now={isPast ? at : now} />,
            },
          ]}
        />
      )}
    </InspectorPart>
  );
}

function By({ stands }: { stands: NonNullable<NonNullable<CellAnswer['cell']>['stands']> }) {
  const { release, releaseId, how } = stands;
  if (releaseId === null) return 'no release';
  return (
    <>
      {how === 'put-back' && 'a roll-back that put back '}
      <a href={releaseHref(releaseId, 'overview')}>
        <bdi>{release}</bdi>
      </a>
    </>
  );
}

function Drifts({ answer: { cell } }: { answer: CellAnswer }) {
  const { drift = [], ahead = null } = cell ?? {};
  if (drift.length === 0 && ahead === null) return null;
  return (
    <InspectorPart title={drift.length > 0 ? 'Drift' : 'On its way'}>
      <ul className={styles['drifts']}>
        {drift.map(({ kind, why }) => (
          <li key={kind}>
            <Status kind={driftLook[kind]} label={driftWords[kind]} />
            <bdi>{why}</bdi>
          </li>
        ))}
        {ahead !== null && (
          <li>
            <Status kind="waiting" label="Staging is ahead" />
            <bdi>
              {ahead.environment} has {ahead.version} since this came here.
            </bdi>
          </li>
        )}
      </ul>
    </InspectorPart>
  );
}
