import type { GateView } from '#shared/model/governance/gates.ts';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { countByLook } from './gate-groups.ts';
import { lookWords } from './gate-words.ts';
import { PackLink } from '../packs/index.ts';
import styles from './gates.module.css';

/** How many gates stand where, and what decided which gates there are. */
export function GateSummary({ gates, page }: { gates: readonly GateView[]; page: ReleasePage }) {
  const { release } = page;
  const { band, raisedBy } = release.risk;
  return (
    <div className={styles['summaryBar']}>
      {countByLook(gates).map(({ kind, count }) => (
        <Status
          key={kind}
          kind={kind}
          variant="word"
          label={`${count} ${lookWords[kind].toLocaleLowerCase('en')}`}
        />
      ))}
      <span className={styles['how']}>
        {gates.length === 1 ? '1 gate' : `${gates.length} gates`}: {release.type} release, {band}{' '}
        risk ·{' '}
        <Why
          what="Which gates a release has"
          label="how is this decided?"
          rule={
            <>
              The policy in force asks for gates by type, risk, services and environments; a
              template of your own may ask for more. Each gate names its rule.{' '}
              <a href="#/settings/policy">Read the policy</a>
            </>
          }
          inputs={[
            { name: 'Type', value: release.type },
            { name: 'Data migration', value: release.dataMigration ? 'yes' : 'no' },
            { name: 'Standard change', value: release.standardChange ? 'yes' : 'no' },
            { name: 'Risk', value: release.risk.arithmetic },
            ...raisedBy.map((trigger) => ({ name: 'Raised by', value: trigger })),
          ]}
          wouldChange="Another type, risk, set of components or environments, whether it migrates data or is a standard change, and whether it has a rollback plan."
        />
      </span>
      {page.editable && gates.some(isUndecided) && (
        <span className={styles['pack']}>
          <PackLink releaseId={release.id} />
        </span>
      )}
    </div>
  );
}

/** A board can still be asked about it. */
function isUndecided({ check, keptAt, status }: GateView): boolean {
  return check === 'decision' && keptAt === null && status !== 'passed';
}
