import type { ReactNode } from 'react';
import type { BoardFacts } from '#shared/model/governance/cab-views.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { EvidenceRow } from '../../../components/EvidenceRow.tsx';
import { HashText } from '../../../components/HashText.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import styles from './cab.module.css';

type ItemFactsProps = { itemId: string; view: { zone: string; now: string } };

/** So many items of the scope show at once; the release has the rest. */
const mostScope = 12;

/** What the board looks at: risk with its arithmetic, scope, way back, windows, gates, evidence. */
export function ItemFacts({ itemId, view }: ItemFactsProps) {
  const facts = useProcedure('cab.facts', { itemId });
  if (facts.isError && facts.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The facts could not be read', facts.error)}
        onRetry={() => void facts.refetch()}
      />
    );
  }
  if (facts.data === undefined) return <SkeletonText lines={6} what="the facts" />;
  return facts.data === null ? null : <Facts facts={facts.data} view={view} />;
}

function Facts({ facts, view }: { facts: BoardFacts; view: ItemFactsProps['view'] }) {
  const { risk, scope, rollback, findings, gates, evidence, components, notes } = facts;
  return (
    <div className={styles['facts']}>
      <Part title="Risk">
        <p>{sentence(risk.arithmetic)}.</p>
        {risk.raisedBy.map((each) => (
          <p key={each}>Raised by {each}.</p>
        ))}
      </Part>
      <Part title="Way back">
        <Line status={rollback.status} text={sentence(rollback.summary)} />
      </Part>
      <Part title="Windows and rules">
        {findings.length === 0 ? (
          <Line status="passed" text="Nothing stands against its planned start." />
        ) : (
          findings.map(({ severity, sentence: text }) => (
            <Line key={text} status={findingStatus(severity)} text={text} />
          ))
        )}
      </Part>
      <Part title={`Scope, ${scope.length}`}>
        {components.length > 0 && (
          <p className={styles['quiet']}>
            {components.map(({ service, version }) => `${service} ${version}`).join(', ')}
          </p>
        )}
        <ul className={styles['scope']}>
          {scope.slice(0, mostScope).map(({ id, ticket, title, kind }) => (
            <li key={id} title={title}>
              <span className={styles['quiet']}>{kind}</span>{' '}
              <bdi>{ticket === '' ? title : `${ticket} ${title}`}</bdi>
            </li>
          ))}
        </ul>
        {scope.length === 0 && <p className={styles['quiet']}>Nothing is in its scope.</p>}
        {scope.length > mostScope && (
          <p className={styles['quiet']}>and {scope.length - mostScope} more</p>
        )}
      </Part>
      <Part title={`Other gates, ${gates.length}`}>
        {gates.length === 0 && <p className={styles['quiet']}>There are no others.</p>}
        {gates.map(({ id, name, status, summary }) => (
          <Line key={id} status={status} text={`${name}: ${summary}`} />
        ))}
      </Part>
      {evidence.length > 0 && (
        <Part title="Evidence">
          {evidence.map(({ what, status, source, asOf }) =>
            asOf === null ? (
              <Line key={`${what} ${source}`} status={status} text={`${what}, ${source}`} />
            ) : (
              <EvidenceRow
                key={`${what} ${source}`}
                {...{ what, status, source, at: asOf, zone: view.zone, now: view.now }}
              />
            ),
          )}
        </Part>
      )}
      {notes.trim() !== '' && (
        <Part title="About the release">
          <p dir="auto" className={styles['typed']}>
            {notes}
          </p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Line({ status, text }: { status: StatusKind; text: string }) {
  return (
    <div className={styles['fact']}>
      <Status kind={status} variant="icon" />
      <span dir="auto">
        <HashText text={text} />
      </span>
    </div>
  );
}

export function findingStatus(severity: string): StatusKind {
  if (severity === 'blocked') return 'failed';
  return severity === 'needs-exception' ? 'exception' : 'waiting';
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
