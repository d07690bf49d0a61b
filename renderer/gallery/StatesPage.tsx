import Button from '@mui/material/Button';
import { CalendarDays } from 'lucide-react';
import { Empty } from '../components/Empty.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { Panel } from '../components/Panel.tsx';
import { Section } from '../components/Section.tsx';
import { SkeletonCard, SkeletonRows } from '../components/Skeleton.tsx';
import styles from './Gallery.module.css';

export function StatesPage() {
  return (
    <div className={styles['page']}>
      <Section title="Empty">
        <div className={styles['columns']}>
          <Panel>
            <Empty
              picture={<CalendarDays size={32} strokeWidth={1.5} />}
              text="The calendar shows releases beside freezes and windows, so that nobody plans into one."
              action={<Button>Add a window</Button>}
            />
          </Panel>
          <Panel>
            <Empty small text="Nobody has decided here yet." />
          </Panel>
        </div>
      </Section>
      <Section title="Failed">
        <ErrorPanel
          what="GitHub Actions could not be read."
          why="api.example.test answered 401: the token was refused."
          todo="Make a token with the right “actions: read” and enter it under Pipelines."
          details="unavailable · connections.sync · 401"
          onRetry={() => undefined}
        >
          <Button>Enter a token</Button>
        </ErrorPanel>
      </Section>
      <Section title="Waiting" note="nothing shows before 300 ms">
        <div className={styles['columns']}>
          <SkeletonRows rows={3} what="gates" />
          <SkeletonCard />
        </div>
      </Section>
    </div>
  );
}
