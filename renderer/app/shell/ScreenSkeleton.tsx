import { SkeletonRows } from '../../components/Skeleton.tsx';
import styles from './Shell.module.css';

/** Where the screen's own code is still on its way. */
export function ScreenSkeleton() {
  return (
    <div className={styles['skeleton']}>
      <SkeletonRows rows={8} what="screen" />
    </div>
  );
}
