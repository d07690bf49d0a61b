import type { PolicyImpact } from '#shared/model/governance/policies.ts';
import styles from './PolicyImpacts.module.css';

type PolicyImpactsProps = {
  /** How many releases are open. */
  open: number;
  /** Those of them that change. */
  releases: readonly PolicyImpact[];
};

/** What another policy changes at the open releases, told before it is in force. */
export function PolicyImpacts({ open, releases }: PolicyImpactsProps) {
  const count = releases.length;
  return (
    <>
      <p>
        {count === 0
          ? `None of the ${open} open releases gets other gates.`
          : `${count} of ${open} open releases get other gates. Gates of phases that are over stay as they were, and so does every gate somebody decided at.`}
      </p>
      {count > 0 && (
        <ul className={styles['impacts']} aria-label="Open releases that change" tabIndex={0}>
          {releases.map((each) => (
            <Impact key={each.releaseId} impact={each} />
          ))}
        </ul>
      )}
    </>
  );
}

function Impact({ impact }: { impact: PolicyImpact }) {
  const { release, added, removed, changed, staying, requestsDropped } = impact;
  const lines = [
    { what: 'Added', gates: added },
    { what: 'Removed', gates: removed },
    { what: 'Changed', gates: changed },
    { what: 'Decided, so it stays', gates: staying },
  ].filter(({ gates }) => gates.length > 0);
  return (
    <li>
      <strong>
        <bdi title={release}>{release}</bdi>
      </strong>
      {lines.map(({ what, gates }) => (
        <span key={what}>
          {what}: <bdi>{gates.join(', ')}</bdi>
        </span>
      ))}
      {requestsDropped > 0 && (
        <span>
          {requestsDropped === 1
            ? '1 approval that was asked for falls away'
            : `${requestsDropped} approvals that were asked for fall away`}
        </span>
      )}
    </li>
  );
}
