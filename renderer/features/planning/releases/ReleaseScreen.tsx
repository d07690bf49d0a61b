import { Suspense, useDeferredValue, useMemo } from 'react';
import Button from '@mui/material/Button';
import { Link, useNavigate } from '@tanstack/react-router';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import { ReleaseHeader } from './ReleaseHeader.tsx';
import type { ReleasePage } from './release-page.ts';
import { tabContents } from './tab-contents.ts';
import { useNames } from './use-names.ts';
import { useReleaseCommands } from './use-release-commands.ts';

type ReleaseScreenProps = { releaseId: string; tab: ReleaseTab; selected?: string };

/** The one page of a release: its head, phases and tabs, and the open tab. */
export function ReleaseScreen({ releaseId, tab, selected }: ReleaseScreenProps) {
  const now = useNow();
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open ?? null;
  const release = useProcedure('releases.get', { id: releaseId });
  const { names } = useNames();
  useReleaseCommands(releaseId);

  const page = useMemo((): ReleasePage | null => {
    if (release.data === undefined || open === null) return null;
    return {
      release: release.data,
      names,
      zone: open.workspace.zone,
      now,
      actingId: open.actingAs?.id ?? null,
      // The core refuses changes to a closed release: what was decided and shipped stays as it was.
      mayWrite: open.readOnly === null,
      editable: open.readOnly === null && release.data.phase !== 'closed',
      selected,
      select: (id) =>
        void navigate({
          to: '/releases/$releaseId/$tab',
          params: { releaseId, tab },
          search: id === null ? {} : { sel: id },
          replace: true,
        }),
    };
  }, [release.data, open, names, now, selected, navigate, releaseId, tab]);

  // The head first: who came to see where a release stands does not wait for the whole of a tab.
  const isHeadShown = useDeferredValue(page !== null, false);

  if (release.isError && release.data === undefined) {
    return (
      <>
        <PageHeader title="Release" />
        <SplitView>
          <ErrorPanel
            {...errorParts('The release could not be shown', release.error)}
            onRetry={() => void release.refetch()}
          >
            <Button component={Link} to="/releases">
              All releases
            </Button>
          </ErrorPanel>
        </SplitView>
      </>
    );
  }
  if (page === null) return <Waiting />;
  const Content = tabContents[tab];
  return (
    <>
      <ReleaseHeader page={page} tab={tab} />
      <Suspense fallback={<Rows />}>{isHeadShown ? <Content page={page} /> : <Rows />}</Suspense>
    </>
  );
}

function Waiting() {
  return (
    <>
      <PageHeader title="Release" />
      <Rows />
    </>
  );
}

function Rows() {
  return (
    <SplitView>
      <SkeletonRows what="the release" />
    </SplitView>
  );
}
