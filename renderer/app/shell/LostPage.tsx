import { Link, useRouterState } from '@tanstack/react-router';
import { MapPinOff } from 'lucide-react';
import { Empty } from '../../components/Empty.tsx';
import styles from './Shell.module.css';

/** An address nothing stands at. */
export function LostPage() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <div className={styles['alone']}>
      <Empty
        text={`There is no screen at ${path}.`}
        picture={<MapPinOff size={32} />}
        action={<Link to="/releases">Go to the releases</Link>}
      />
    </div>
  );
}
