import { useState } from 'react';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';
import { PolicyList } from './PolicyList.tsx';

/** A text to begin with: a version, or one of the program's own. */
export type PolicySource = { id: string } | { profile: Profile };

/** Which gates releases have: the versions of the policy, and the editor of the next one. */
export function PolicySettings() {
  const [source, setSource] = useState<PolicySource | null>(null);
  const list = useProcedure('policies.list', {});
  const people = useProcedure('people.list', {});
  const failed = list.isError && list.data === undefined ? list : people;
  if (failed.isError && failed.data === undefined) {
    return (
      <SplitView>
        <ErrorPanel
          {...errorParts('The policies could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        />
      </SplitView>
    );
  }
  if (list.data === undefined || people.data === undefined) {
    return (
      <SplitView>
        <SkeletonRows what="the policies" />
      </SplitView>
    );
  }
  if (source === null) {
    return <PolicyList versions={list.data} people={people.data.people} onOpen={setSource} />;
  }
  return (
    <OpenPolicy
      key={JSON.stringify(source)}
      source={source}
      inForce={list.data.find(({ inForce }) => inForce)?.number ?? null}
      draftRev={list.data.find(({ state }) => state === 'draft')?.rev ?? null}
      onClose={() => setSource(null)}
    />
  );
}

type OpenPolicyProps = {
  source: PolicySource;
  inForce: number | null;
  draftRev: number | null;
  onClose: () => void;
};

function OpenPolicy({ source, inForce, draftRev, onClose }: OpenPolicyProps) {
  const policy = useProcedure('policies.get', source);
  const now = useProcedure('policies.get', {});
  const failed = policy.isError && policy.data === undefined ? policy : now;
  if (policy.data !== undefined && now.data !== undefined) {
    return (
      <PolicyEditor
        source={source}
        opened={policy.data}
        textInForce={now.data.text}
        inForce={inForce}
        draftRev={draftRev}
        onClose={onClose}
      />
    );
  }
  return (
    <SplitView>
      {failed.isError ? (
        <ErrorPanel
          {...errorParts('The policy could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        />
      ) : (
        <SkeletonRows what="the policy" />
      )}
    </SplitView>
  );
}
