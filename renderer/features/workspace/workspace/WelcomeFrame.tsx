import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Logo } from '../../../components/Logo.tsx';
import { WelcomePicture } from './WelcomePicture.tsx';
import styles from './Welcome.module.css';

type WelcomeFrameProps = {
  /** Name of the workspace that is open already, to get back to; null on first run. */
  openName: string | null;
  /** Shows what Slipway is; the forms need the room. */
  intro: boolean;
  children: ReactNode;
};

/** The page around the first run: logo, what this is, and the way back. */
export function WelcomeFrame({ openName, intro, children }: WelcomeFrameProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <span className={styles['brand']}>
          <Logo size={28} />
          Slipway
        </span>
        {openName !== null && (
          <Link to="/releases" className={styles['back']}>
            <ArrowLeft size={16} aria-hidden /> Back to <bdi>{openName}</bdi>
          </Link>
        )}
      </header>
      <main className={styles['main']}>
        {intro && (
          <div className={styles['intro']}>
            <div className={styles['claim']}>
              <h1>Release plans, gates and decisions in one file you own</h1>
              <p>
                Plan a release, see what its pipelines say, decide on the evidence, and hand on a
                record that explains itself. Everything works without a network; the file stays on
                this machine until you copy it.
              </p>
            </div>
            <WelcomePicture />
          </div>
        )}
        {children}
      </main>
    </div>
  );
}
