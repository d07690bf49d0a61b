import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CreateWorkspace } from './CreateWorkspace.tsx';
import { OpenWorkspace } from './OpenWorkspace.tsx';
import { RecentWorkspaces } from './RecentWorkspaces.tsx';
import { WelcomeFrame } from './WelcomeFrame.tsx';
import { WelcomeOffers } from './WelcomeOffers.tsx';

/** First run, and the way to another workspace: the demo, a new file, an existing one. */
export function WelcomeScreen() {
  const [place, setPlace] = useState<'offers' | 'create' | 'open'>('offers');
  const state = useProcedure('workspace.state', {});
  const router = useRouter();
  // The frame leaves by itself when another workspace opens; the one that was open opens none.
  const enter = (): void => {
    if (router.state.location.pathname === '/welcome') void router.navigate({ to: '/who' });
  };
  const back = (): void => setPlace('offers');
  const recent = state.data?.recent ?? [];

  return (
    <WelcomeFrame openName={state.data?.open?.workspace.name ?? null} intro={place === 'offers'}>
      {place === 'offers' && (
        <>
          <WelcomeOffers
            isFirstRun={recent.length === 0}
            onCreate={() => setPlace('create')}
            onBrowse={() => setPlace('open')}
            onOpened={enter}
          />
          <RecentWorkspaces recent={recent} onOpened={enter} />
        </>
      )}
      {place === 'create' && <CreateWorkspace onBack={back} onCreated={enter} />}
      {place === 'open' && <OpenWorkspace onBack={back} onOpened={enter} />}
    </WelcomeFrame>
  );
}
