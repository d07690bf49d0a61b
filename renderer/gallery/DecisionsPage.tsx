import Button from '@mui/material/Button';
import { DecisionCard } from '../components/DecisionCard.tsx';
import { EvidenceRow } from '../components/EvidenceRow.tsx';
import { Panel } from '../components/Panel.tsx';
import { Section } from '../components/Section.tsx';
import { Why } from '../components/Why.tsx';
import styles from './Gallery.module.css';
import { longName, told } from './sample.ts';

const common = {
  ...told,
  channel: 'self',
  decidedAt: '2026-11-23T17:40:00.000Z',
  current: true,
} as const;

export function DecisionsPage() {
  return (
    <div className={styles['page']}>
      <Section
        title="Decision cards"
        note="current, stale, conditional, recorded for another, withdrawn"
      >
        <div className={styles['columns']}>
          <DecisionCard
            {...common}
            decidedBy="Ana Duarte"
            role="Product owner"
            outcome="go"
            comment="Scan reviewed, token handling fine."
          />
          <DecisionCard
            {...common}
            current={false}
            decidedBy="Iris Lindqvist"
            role="Security lead"
            outcome="go"
            comment="Scan reviewed, token handling fine."
            changedNote="Tue 24 Nov 09:12 by Jon Bell"
            differences={[
              { what: 'scope', from: null, to: 'PAY-914 Store card aliases for repeat payments' },
              { what: 'payments-api', from: '4.2.0-rc.3', to: '4.2.0' },
            ]}
          >
            <Button size="small">Ask Iris again</Button>
          </DecisionCard>
          <DecisionCard
            {...common}
            channel="meeting"
            decidedBy="Tomás Rey"
            role="Operations"
            recordedBy="Mara Okafor"
            secondPlace
            outcome="conditional-go"
            conditions={[
              {
                id: '1',
                text: 'Rehearse the rollback on staging',
                owner: 'Kemal Sahin',
                dueOn: '2026-11-25',
                met: true,
              },
              { id: '2', text: longName, owner: 'Jon Bell', dueOn: '2026-11-26', met: false },
            ]}
          />
          <DecisionCard
            {...common}
            channel="e-mail"
            decidedBy="Jon Bell"
            outcome="no-go"
            recordedBy="Mara Okafor"
            comment="The partner notice is not out."
          />
          <DecisionCard
            {...common}
            decidedBy="يوسف الحداد"
            outcome="go"
            comment="كل شيء جاهز للإصدار."
            withdrawn={{
              at: '2026-11-24T08:00:00.000Z',
              by: 'يوسف الحداد',
              reason: 'Given for the wrong release.',
            }}
          />
          <DecisionCard {...common} decidedBy="Kemal Sahin" outcome="abstain" />
        </div>
      </Section>
      <Section title="Evidence">
        <Panel padded>
          <EvidenceRow
            {...told}
            what="SARIF, 0 critical, 2 high accepted"
            status="passed"
            source="GitHub code scanning"
            at="2026-11-24T09:00:00.000Z"
            onOpen={() => undefined}
          />
          <EvidenceRow
            {...told}
            what="Data handling review.pdf"
            status="not-applicable"
            digest="sha256:a41f88c0"
            at="2026-11-12T10:00:00.000Z"
          />
          <EvidenceRow
            {...told}
            what="Penetration test summary"
            status="out-of-date"
            at="2026-08-24T10:00:00.000Z"
            limit={90 * 1440}
          />
        </Panel>
      </Section>
      <Section
        title="Why"
        note="opens rule, inputs, arithmetic, rows, source, what would change it"
      >
        <div className={styles['flow']}>
          <span>
            High risk 12 <ExampleWhy />
          </span>
          <Why
            what="CAB decision"
            label="high risk"
            rule={
              <>
                Policy <strong>Standard v7</strong> asks for it in the high band.
              </>
            }
          />
        </div>
      </Section>
    </div>
  );
}

function ExampleWhy() {
  return (
    <Why
      what="Risk score 12, band high"
      rule={
        <>
          Policy <strong>Standard v7</strong>, rule “high band”:{' '}
          <code>risk.band in [&quot;high&quot;,&quot;critical&quot;]</code>
        </>
      }
      inputs={[
        { name: 'Likelihood', value: '3, possible' },
        { name: 'Impact', value: '4, major' },
      ]}
      arithmetic="3 × 4 = 12, high from 10"
      rows="1 of 3 open risks counts: the highest"
      source="Risk assessment by Jon Bell, Mon 23 Nov 16:02"
      wouldChange="Likelihood 2 would give 8, medium; two gates would go."
    />
  );
}
