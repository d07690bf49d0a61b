import { Tag } from '../../../components/Chip.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PhaseTrack } from '../../../components/PhaseTrack.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { TabLinks } from '../../../components/TabLinks.tsx';
import { When } from '../../../components/When.tsx';
import { durationText } from '../../../components/when-text.ts';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import { HealthMark, useHealth } from '../../governance/health/index.ts';
import { DossierButton } from '../../reports/reports/index.ts';
import { DecideMenu } from './DecideMenu.tsx';
import { LifeMenu } from './life/LifeMenu.tsx';
import { RiskWhy } from './RiskWhy.tsx';
import { shownPhases } from './phases.ts';
import type { ReleasePage } from './release-page.ts';
import { tabLinks } from './release-tabs.ts';
import { standingOf } from './standing-words.ts';
import styles from './release-header.module.css';

/** What the release is, when it goes out, how far it is, and the one thing to do now. */
export function ReleaseHeader({ page, tab }: { page: ReleasePage; tab: ReleaseTab }) {
  const { release } = page;
  const health = useHealth(release.phase === 'closed' ? [] : [release.id]).get(release.id);
  return (
    <PageHeader
      title={release.name}
      beside={
        <>
          <Tag>{release.type}</Tag>
          <span className={styles['risk']}>
            <RiskBand band={release.risk.band} score={release.risk.score} />
            <RiskWhy risk={release.risk} name={release.name} />
          </span>
          <HealthMark health={health} name={release.name} />
          <code className={styles['number']}>R-{release.number}</code>
          {release.changeNumber !== '' && (
            <ChangeNumber number={release.changeNumber} url={release.changeUrl} />
          )}
        </>
      }
      facts={<StartOrEnd page={page} />}
      actions={
        <>
          <DossierButton releaseId={release.id} />
          <LifeMenu page={page} />
          <DecideMenu page={page} />
        </>
      }
    >
      <PhaseTrack phases={shownPhases(release, page)} label="Phases of the release" />
      <TabLinks label="Parts of the release" tabs={tabLinks(release)} current={tab} />
    </PageHeader>
  );
}

/** The planned start, or how a closed release ended. */
function StartOrEnd({ page }: { page: ReleasePage }) {
  const { release, zone, now } = page;
  const { startAt, endAt } = release;
  const end = standingOf(release);
  return (
    <span className={styles['start']}>
      {release.holdReason !== null && (
        <span title={release.holdReason}>
          <Status kind="waiting" label={`On hold: ${release.holdReason}`} />
        </span>
      )}
      {release.outcome !== null && (
        <Status kind={end.kind} label={end.note === '' ? end.word : `${end.word}, ${end.note}`} />
      )}
      {startAt === null ? (
        'No deployment planned'
      ) : (
        <When
          at={startAt}
          zone={release.zone ?? zone}
          now={now}
          strong
          showZone
          relative={release.outcome === null}
        />
      )}
      {startAt !== null && endAt !== null && (
        <span>· {durationText((Date.parse(endAt) - Date.parse(startAt)) / 60_000)}</span>
      )}
    </span>
  );
}

/** The external change; a link where its address is known. */
function ChangeNumber({ number, url }: { number: string; url: string }) {
  const code = (
    <code className={styles['number']} title="Change number">
      {number}
    </code>
  );
  // Typed by people: only the web is linked to, and nothing learns where one came from.
  if (!/^https?:\/\//.test(url)) return code;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {code}
    </a>
  );
}
