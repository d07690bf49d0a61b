import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useCreating } from '../../../state/creating.ts';
import { WhoIsWorking } from './WhoIsWorking.tsx';
import styles from './people.module.css';

/** The step between opening a workspace and working in it, the first time on a device. */
export function WhoScreen() {
  const state = useProcedure('workspace.state', {});
  const creating = useCreating((now) => now.creating);
  const navigate = useNavigate();
  const open = state.data?.open;
  const isChosen = !state.isFetching && (open?.actingAs ?? null) !== null;
  useEffect(() => {
    if (isChosen) void navigate({ to: '/today', replace: true });
  }, [navigate, isChosen]);
  if (state.isFetching || isChosen || creating) return null;
  return (
    <main className={styles['page']}>
      <p className={styles['where']}>
        <bdi>{open?.workspace.name}</bdi>
      </p>
      <h1 className={styles['title']}>Who is working here?</h1>
      <WhoIsWorking chosenId={null} onChosen={() => void navigate({ to: '/today' })} />
      <Link to="/today" className={styles['skip']}>
        Look around without a name; changes ask for one
      </Link>
    </main>
  );
}
