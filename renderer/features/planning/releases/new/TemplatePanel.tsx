import type { DescribedTemplate } from '#shared/model/planning/templates.ts';
import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { phaseWords } from '../phase-words.ts';
import styles from './new.module.css';

/** What the chosen template fills in, with why each gate is there and when it applies. */
export function TemplatePanel({ template }: { template: DescribedTemplate }) {
  const { build, readiness, postRelease } = template.leadDays;
  return (
    <Section title="What it brings" note={<bdi>{template.name}</bdi>}>
      <Panel padded>
        <h3 className={styles['part']}>Phases</h3>
        <p className={styles['text']}>
          Build begins {days(build)} before the start, readiness {days(readiness)} before; the
          review is {days(postRelease)} after.
        </p>
        <h3 className={styles['part']}>
          Gates <span>{template.gates.length}</span>
        </h3>
        <ul className={styles['gates']}>
          {template.gates.map((gate) => (
            <li key={gate.name}>
              <span className={styles['gateName']}>{gate.name}</span>
              <span className={styles['gatePhase']}>{phaseWords[gate.phase]}</span>
              <span className={styles['gateWhy']}>
                {gate.why}
                {isConditional(gate.when) && <em> For {gate.when}.</em>}
              </span>
            </li>
          ))}
        </ul>
        <h3 className={styles['part']}>
          Checklist <span>{template.checklist.length}</span>
        </h3>
        <ul className={styles['bullets']}>
          {template.checklist.map((item) => (
            <li key={item.text}>{item.text}</li>
          ))}
        </ul>
        <h3 className={styles['part']}>Roles</h3>
        <p className={styles['text']}>{template.roles.join(', ')}</p>
      </Panel>
    </Section>
  );
}

/** Most gates come with every release of the type; only the others need saying. */
function isConditional(when: string): boolean {
  return when !== '' && !when.startsWith('every ');
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
