import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { useNow } from '../../../state/clock.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { Names, ReleasePage } from '../../planning/releases/index.ts';
import { GateInspector } from '../gates/index.ts';

type QueueInspectorProps = {
  item: { releaseId: string; release: string; gateId: string; gate: string };
  names: Names;
  /** Opens with the form for a decision. */
  decides: boolean;
  onClose: () => void;
};

/** The gate as its release shows it, beside the queue: with facts, evidence and the decision form. */
export function QueueInspector({ item, names, decides, onClose }: QueueInspectorProps) {
  const { releaseId, gateId } = item;
  const now = useNow();
  const open = useProcedure('workspace.state', {}).data?.open ?? null;
  const release = useProcedure('releases.get', { id: releaseId });
  const gates = useProcedure('gates.list', { releaseId });
  const gate = gates.data?.find(({ id }) => id === gateId);
  if (release.data !== undefined && open !== null && gate !== undefined) {
    const mayWrite = open.readOnly === null;
    const page: ReleasePage = {
      ...{ release: release.data, names, zone: open.workspace.zone, now, mayWrite },
      actingId: open.actingAs?.id ?? null,
      editable: mayWrite && release.data.phase !== 'closed',
      selected: gateId,
      select: (id) => {
        if (id === null) onClose();
      },
    };
    return <GateInspector gate={gate} page={page} decides={decides} onClose={onClose} />;
  }
  const failed = release.isError ? release : gates;
  return (
    <Inspector title={item.gate} note={<bdi>{item.release}</bdi>} onClose={onClose}>
      {failed.isError ? (
        <ErrorPanel
          {...errorParts('The gate could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        >
          <a href={releaseHref(releaseId, 'gates', gateId)}>Open it at its release</a>
        </ErrorPanel>
      ) : (
        <SkeletonText what="the gate" lines={6} />
      )}
    </Inspector>
  );
}
