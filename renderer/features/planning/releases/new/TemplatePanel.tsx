import type { DescribedTemplate } from '#shared/model/planning/templates.ts';
import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { NewGates } from './NewGates.tsx';
import styles from './new.module.css';

/** What the chosen template fills in, with the gates the policy asks for. */
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
        <NewGates />
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

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
