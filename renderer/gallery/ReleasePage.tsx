import { useState } from 'react';
import Button from '@mui/material/Button';
import { FileDown } from 'lucide-react';
import type { StatusKind } from '../app/theme/tokens.ts';
import { Tag } from '../components/Chip.tsx';
import { KeyHelpButton } from '../components/KeyHelp.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { PanelList, PanelRow } from '../components/Panel.tsx';
import { Person } from '../components/Person.tsx';
import { PhaseTrack } from '../components/PhaseTrack.tsx';
import { Section } from '../components/Section.tsx';
import { SplitView } from '../components/SplitView.tsx';
import { Status } from '../components/Status.tsx';
import { TabLinks } from '../components/TabLinks.tsx';
import { When } from '../components/When.tsx';
import { Why } from '../components/Why.tsx';
import styles from './Gallery.module.css';
import { GateInspector } from './GateInspector.tsx';
import { told } from './sample.ts';

type SampleGate = [name: string, why: string, found: string, who: string, status: StatusKind];

const readiness: readonly SampleGate[] = [
  [
    'Pipeline green',
    'every release',
    '3 of 3 workflows · 9f2c1ab · 41 min ago',
    'Dev Lead',
    'passed',
  ],
  ['Test results', 'every release', '2,418 passed, 0 failed, 6 skipped', 'Quinn Abel', 'passed'],
  [
    'Rollback rehearsed',
    'data migration',
    'last rehearsal 41 days ago, limit 30',
    'Omar Petit',
    'failed',
  ],
  [
    'Security sign-off',
    'high risk',
    'approved Mon 17:40 for an earlier scope',
    'Iris Lindqvist',
    'out-of-date',
  ],
  [
    'Vulnerability report',
    'high risk',
    '0 critical, 2 high accepted · 6 h ago',
    'Iris Lindqvist',
    'passed',
  ],
  ['CAB decision', 'high risk', 'agenda Wed 25 Nov, item 2', 'Mara Okafor', 'waiting'],
];
const build: readonly SampleGate[] = [
  [
    'Artefact by digest',
    'every release',
    'payments-api 4.2.0 · sha256:7d1f0c22',
    'Dev Lead',
    'passed',
  ],
  [
    'Staging like production',
    'financial',
    '214 settings same, 3 accepted differences',
    'Omar Petit',
    'passed',
  ],
  ['Load test', 'financial', 'p95 312 ms against 300 ms', 'Quinn Abel', 'exception'],
];
const tabs = [
  'Overview',
  'Scope',
  'Plan',
  'Risks',
  'Gates',
  'Package',
  'Runbook',
  'Pipelines',
  'After release',
  'History',
];
const counts: Record<string, string> = {
  Scope: '14',
  Risks: '3',
  Gates: '7 of 11',
  Runbook: '38 steps',
};

/** The drawing of a release's gates, put together from the patterns: how they stand beside each other. */
export function ReleasePage() {
  const [selected, setSelected] = useState<string | null>('Security sign-off');
  return (
    <>
      <PageHeader
        title="Payments 4.2"
        beside={
          <>
            <Tag>major</Tag>
            <Status kind="failed" variant="word" label="High risk 12" />
            <code>CHG0012345</code>
          </>
        }
        facts={<When at="2026-11-26T22:00:00.000Z" {...told} strong relative showZone />}
        actions={
          <>
            <Button startIcon={<FileDown />}>Dossier</Button>
            <Button variant="contained">Advance phase</Button>
          </>
        }
      >
        <PhaseTrack
          phases={[
            { key: '1', name: 'Planning', state: 'done', note: '12 Nov' },
            { key: '2', name: 'Build', state: 'done', note: '20 Nov' },
            { key: '3', name: 'Readiness', state: 'now', note: '7 of 11 gates · 3 days' },
            { key: '4', name: 'Deployment', state: 'ahead', note: '26 Nov' },
            { key: '5', name: 'Post-release', state: 'ahead', note: 'review 3 Dec' },
          ]}
        />
        <TabLinks
          label="Release"
          current="Gates"
          tabs={tabs.map((label) => ({
            key: label,
            label,
            href: '#/release',
            ...(counts[label] !== undefined && { count: counts[label] }),
          }))}
        />
      </PageHeader>
      <SplitView
        inspector={
          selected !== null && <GateInspector name={selected} onClose={() => setSelected(null)} />
        }
      >
        <div className={styles['flow']} style={{ marginBottom: 12 }}>
          <Status kind="passed" variant="word" label="7 passed" />
          <Status kind="waiting" variant="word" label="2 waiting" />
          <Status kind="out-of-date" variant="word" label="1 out of date" />
          <Status kind="failed" variant="word" label="1 blocked" />
          <span style={{ flex: 1, minWidth: 0 }}>
            11 gates: high band, data migration{' '}
            <Why
              what="Gates of Payments 4.2"
              label="how is this decided?"
              rule="Policy Standard v7"
            />
          </span>
          <KeyHelpButton onOpen={() => undefined} />
        </div>
        <Gates
          title="Readiness"
          note="needs all, in any order"
          gates={readiness}
          selected={selected}
          onOpen={setSelected}
        />
        <Gates
          title="Build"
          note="passed 20 Nov 16:05 · evidence kept as it was"
          gates={build}
          selected={selected}
          onOpen={setSelected}
        />
      </SplitView>
    </>
  );
}

type GatesProps = {
  title: string;
  note: string;
  gates: readonly SampleGate[];
  selected: string | null;
  onOpen: (name: string) => void;
};

function Gates({ title, note, gates, selected, onOpen }: GatesProps) {
  return (
    <Section title={title} note={note}>
      <PanelList label={title}>
        {gates.map(([name, why, found, who, status]) => (
          <PanelRow
            key={name}
            lead={<Status kind={status} variant="icon" size={17} />}
            title={name}
            beside={<Why what={`Gate ${name}`} label={why} rule="Policy Standard v7" />}
            selected={name === selected}
            onOpen={() => onOpen(name)}
            end={
              <>
                <span className={styles['found']} title={found}>
                  {found}
                </span>
                <Person name={who} discOnly />
                <Status
                  kind={status}
                  variant="word"
                  wide
                  {...(status === 'failed' && { label: 'Blocked' })}
                />
              </>
            }
          />
        ))}
      </PanelList>
    </Section>
  );
}
