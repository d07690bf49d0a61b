import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '#shared/contract/index.ts';
import type { PolicyProblem } from '#shared/model/governance/policy-text.ts';
import { policyVariables } from '#shared/rules/governance/policy/policy-facts.ts';
import { errorParts } from '../../../api/error-parts.ts';
import type { CallFailure } from '../../../api/transport.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { PreviewRow } from './PreviewRow.tsx';
import { TextDifference } from './TextDifference.tsx';
import styles from './policies.module.css';

type PolicyBesideProps = {
  preview: UseQueryResult<Output<'policies.preview'>, CallFailure>;
  problems: readonly PolicyProblem[];
  text: string;
  textInForce: string;
  releases: number;
  onReleases: (count: number) => void;
};

type Side = 'releases' | 'changes' | 'words';

/** Beside the text: what it makes of the last releases, what it changes, and the words it may use. */
export function PolicyBeside(props: PolicyBesideProps) {
  const [side, setSide] = useState<Side>('releases');
  return (
    <section className={styles['beside']} aria-label="Preview of the policy">
      <Segmented
        label="Beside the text"
        value={side}
        choices={[
          { value: 'releases', label: 'Last releases' },
          { value: 'changes', label: 'Changes' },
          { value: 'words', label: 'Words' },
        ]}
        onPick={setSide}
      />
      {side === 'releases' && <Releases {...props} />}
      {side === 'changes' && <TextDifference from={props.textInForce} to={props.text} />}
      {side === 'words' && <Words />}
    </section>
  );
}

const counts = [10, 20, 50, 100, 200];

function Releases({ preview, problems, releases, onReleases }: PolicyBesideProps) {
  if (preview.isError && preview.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The preview could not be made', preview.error)}
        onRetry={() => void preview.refetch()}
      />
    );
  }
  if (preview.data === undefined) return <SkeletonRows what="the preview" />;
  if (problems.length > 0) {
    return (
      <Empty text="The last releases show here as soon as the text can be read. What is wrong stands under it, with line and column." />
    );
  }
  const rows = preview.data.releases;
  if (rows.length === 0) return <Empty text="There is no release yet to try the policy on." />;
  const changed = rows.filter(({ added, removed }) => added.length + removed.length > 0).length;
  return (
    <>
      <div className={styles['count']}>
        <label>
          Last{' '}
          <select
            aria-label="How many releases"
            value={releases}
            onChange={(event) => onReleases(Number(event.target.value))}
          >
            {counts.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>{' '}
          releases
        </label>
        <span>
          {changed === 0
            ? 'none would have other gates'
            : `${changed} of ${rows.length} would have other gates`}
        </span>
      </div>
      <ul className={styles['rows']} aria-label="The last releases under this policy">
        {rows.map((row) => (
          <PreviewRow key={row.releaseId} row={row} />
        ))}
      </ul>
    </>
  );
}

function Words() {
  return (
    <div className={styles['words']}>
      <p className={styles['quiet']}>
        A place of a gate is a role, as qa-lead, or a person who speaks for it:{' '}
        <code>{'{ role: qa-lead, person: "Name or e-mail" }'}</code>
      </p>
      <p className={styles['quiet']}>
        A condition is true or false: ==, !=, &lt;, &gt;, &amp;&amp;, ||, !, in, and on lists
        size(services), services.exists(s, s == &quot;payments-api&quot;). These names hold what a
        release has about it:
      </p>
      <dl>
        {policyVariables.map(({ name, type, about }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> <span>{typeWords[type]}</span>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const typeWords = {
  string: 'text',
  int: 'whole number',
  bool: 'true or false',
  'list<string>': 'list of texts',
} as const;
