import { KeyRound } from 'lucide-react';
import styles from './NoSession.module.css';

type NoSessionProps = {
  /** `no-token`: the address was opened without one. `other-launch`: the host was started anew. */
  reason: 'no-token' | 'other-launch';
};

const words = {
  'no-token': {
    title: 'This address lacks the key of the running Slipway',
    why: 'Each start of Slipway gives out one address with a key in it, so that no other page or user of this machine can read your plans. This tab was opened without it.',
    todo: 'Start it again in its folder, and use the tab that opens or the address that it prints:',
  },
  'other-launch': {
    title: 'Slipway was started again',
    why: 'This tab belongs to a launch that has ended, and its key no longer fits. Everything that was saved is in the workspace file.',
    todo: 'Use the tab that opened with the new launch or the address that it printed. To start another one:',
  },
} as const;

/** The whole window when nothing can be asked of the core, with the way back in. */
export function NoSession({ reason }: NoSessionProps) {
  const { title, why, todo } = words[reason];
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <KeyRound className={styles['icon']} size={28} aria-hidden />
        <h1>{title}</h1>
        <p>{why}</p>
        <p>
          {todo} <code>npm start</code>
        </p>
      </div>
    </main>
  );
}
