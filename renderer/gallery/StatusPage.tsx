import { statusKinds } from '../app/theme/tokens.ts';
import { AsOf } from '../components/AsOf.tsx';
import { Change } from '../components/Change.tsx';
import { CommitChip, Tag, VersionChip } from '../components/Chip.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { OfflineDot } from '../components/OfflineDot.tsx';
import { Person, People } from '../components/Person.tsx';
import { PhaseTrack } from '../components/PhaseTrack.tsx';
import { ReadinessRing } from '../components/ReadinessRing.tsx';
import { Section } from '../components/Section.tsx';
import { Status } from '../components/Status.tsx';
import { When, WhenRange } from '../components/When.tsx';
import styles from './Gallery.module.css';
import { longName, people, told } from './sample.ts';

export function StatusPage() {
  return (
    <div className={styles['page']}>
      <Section title="Status" note="icon, word and colour together">
        <div className={styles['stack']}>
          {(['pill', 'word', 'plain', 'icon'] as const).map((variant) => (
            <div key={variant} className={styles['flow']}>
              {statusKinds.map((kind) => (
                <Status key={kind} kind={kind} variant={variant} wide={variant === 'word'} />
              ))}
            </div>
          ))}
        </div>
      </Section>
      <Times />
      <Section title="People, versions, commits, keys">
        <div className={styles['flow']}>
          <Person name="Mara Okafor" role="Release manager" size="large" />
          <Person name="Żaneta O’Neil-Kowalska" />
          <Person name="يوسف الحداد" />
          <People names={people} most={5} />
          <VersionChip version="4.2.0-rc.3" />
          <CommitChip commit="9f2c1abd5e0f4410a1c2" />
          <Tag>major</Tag>
          <Kbd keys="Ctrl+K" />
          <Kbd keys="?" />
        </div>
      </Section>
      <Section title="Change" note="old → new">
        <div className={styles['stack']}>
          <Change what="payments-api" from="4.2.0-rc.3" to="4.2.0" by="Jon Bell, Tue 09:12" />
          <Change what="scope" from={null} to="PAY-914 Store card aliases for repeat payments" />
          <Change what="risk" from={longName} to={null} by="Ana Duarte, Mon 17:40" />
        </div>
      </Section>
      <Section title="Phases">
        <PhaseTrack
          phases={[
            { key: 'planning', name: 'Planning', state: 'done', note: '12 Nov' },
            { key: 'build', name: 'Build', state: 'done', note: '20 Nov' },
            { key: 'readiness', name: 'Readiness', state: 'now', note: '7 of 11 gates · 3 days' },
            { key: 'deployment', name: 'Deployment', state: 'held', note: 'on hold since Tue' },
            { key: 'post', name: 'Post-release', state: 'ahead', note: 'review 3 Dec' },
          ]}
        />
      </Section>
      <div className={styles['columns']}>
        <Section title="Readiness">
          <div className={styles['flow']}>
            <ReadinessRing passed={5} of={6} />
            <ReadinessRing passed={6} of={6} />
            <ReadinessRing passed={7} of={11} tone="failed" />
            <ReadinessRing passed={10} of={11} tone="out-of-date" />
            <ReadinessRing passed={0} of={8} />
            <ReadinessRing passed={3} of={8} size={18} />
          </div>
        </Section>
        <Section title="Network">
          <div className={styles['stack']}>
            <OfflineDot sync={{ state: 'online', text: 'Synced 2 min ago' }} />
            <OfflineDot sync={{ state: 'waiting', text: 'Pipelines not synced yet' }} />
            <OfflineDot sync={{ state: 'syncing', text: 'Syncing GitHub Actions' }} />
            <OfflineDot sync={{ state: 'offline', text: 'Offline · synced 09:20' }} />
            <OfflineDot sync={{ state: 'trouble', text: 'Jenkins: token expired' }} />
          </div>
        </Section>
      </div>
    </div>
  );
}

function Times() {
  return (
    <Section title="When and as of" note="UTC and zone on hover and focus">
      <div className={styles['stack']}>
        <When at="2026-11-26T22:00:00.000Z" {...told} relative strong showZone />
        <When at="2027-01-04T09:30:00.000Z" {...told} relative />
        <WhenRange
          from="2026-11-26T22:00:00.000Z"
          to="2026-11-26T23:30:00.000Z"
          {...told}
          showZone
        />
        <WhenRange
          from="2026-11-27T17:00:00.000Z"
          to="2026-12-02T08:00:00.000Z"
          {...told}
          showZone
        />
        <div className={styles['flow']}>
          <AsOf at="2026-11-24T14:50:00.000Z" {...told} limit={60} source="GitHub Actions" />
          <AsOf at="2026-11-21T09:12:00.000Z" {...told} limit={1440} source="Jenkins (legacy)" />
          <AsOf at="2026-11-12T09:12:00.000Z" {...told} />
          <AsOf at={null} {...told} />
        </div>
      </div>
    </Section>
  );
}
