import type { Profile } from '#shared/model/workspace/workspace.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { PolicyImpacts } from '../../../components/PolicyImpacts.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { profileName } from './profile-words.ts';

type ChangeProfileProps = {
  profile: Profile;
  /** Saves the form; what is refused shows there. */
  onSave: () => Promise<void>;
  onClose: () => void;
};

/** Asks before the workspace has another profile, with what its policy changes at each open release. */
export function ChangeProfile({ profile, onSave, onClose }: ChangeProfileProps) {
  const impact = useProcedure('policies.profileImpact', { profile });
  const name = profileName(profile);
  const count = impact.data?.releases.length ?? 0;
  const send = async () => {
    if (impact.data === undefined) {
      return 'What it changes at the open releases is not known yet. Try again once it stands here.';
    }
    await onSave();
    return null;
  };
  return (
    <FormDialog
      title={`Change the profile to ${name}`}
      action={
        count === 0
          ? 'Change the profile'
          : `Change the profile and ${count} ${count === 1 ? 'release' : 'releases'}`
      }
      onSend={send}
      onClose={onClose}
    >
      {impact.isError && (
        <ErrorPanel
          {...errorParts('What it changes could not be read', impact.error)}
          onRetry={() => void impact.refetch()}
        />
      )}
      {impact.isPending && <SkeletonRows what="what it changes" />}
      {impact.data !== undefined && impact.data.stays !== null && (
        <p>
          Only the separation of duties changes. Your policy, <bdi>{impact.data.stays}</bdi>, stays
          in force, so no release gets other gates.
        </p>
      )}
      {impact.data !== undefined && impact.data.stays === null && (
        <>
          <p>
            No policy of your own is published, so the policy {name} of the program comes into
            force, and the separation of duties changes with it.
          </p>
          <PolicyImpacts {...impact.data} />
        </>
      )}
    </FormDialog>
  );
}
