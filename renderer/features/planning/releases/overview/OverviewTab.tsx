import { SplitView } from '../../../../components/SplitView.tsx';
import { ExceptionsSection } from '../../../governance/exceptions/index.ts';
import { HealthSection } from '../../../governance/health/index.ts';
import { FamilySection } from '../../moves/index.ts';
import type { ReleasePage } from '../release-page.ts';
import { AttachmentsSection, CommentsSection } from './AttachedSections.tsx';
import { ComponentsSection } from './ComponentsSection.tsx';
import { DeploymentsSection } from './DeploymentsSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { PlacementSection } from './PlacementSection.tsx';
import { NotesSection } from './NotesSection.tsx';
import { ReadinessSection } from './ReadinessSection.tsx';
import { RolesSection } from './RolesSection.tsx';
import styles from './overview.module.css';

/** The release on one sheet: how ready it is, what ships where and when, and who answers for what. */
export function OverviewTab({ page }: { page: ReleasePage }) {
  return (
    <SplitView>
      <div className={styles['columns']}>
        <div>
          <ReadinessSection page={page} />
          <HealthSection page={page} />
          <ComponentsSection page={page} />
          <DeploymentsSection page={page} />
          <PlacementSection page={page} />
          <ExceptionsSection page={page} />
          <NotesSection page={page} />
          <CommentsSection page={page} />
        </div>
        <div>
          <FactsSection page={page} />
          <FamilySection page={page} />
          <RolesSection page={page} />
          <AttachmentsSection page={page} />
        </div>
      </div>
    </SplitView>
  );
}
