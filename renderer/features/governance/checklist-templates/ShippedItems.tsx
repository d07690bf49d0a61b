import type { ChecklistTemplateSummary } from '#shared/model/governance/checklist-templates.ts';
import { dueWords } from '#shared/rules/governance/checklist-templates.ts';
import { audienceWords } from '#shared/rules/planning/templates/checklist-fill.ts';
import { Inspector } from '../../../components/Inspector.tsx';
import { phaseWords } from '../checklists/index.ts';
import styles from './checklist-templates.module.css';

type ShippedItemsProps = { template: ChecklistTemplateSummary; onClose: () => void };

/** What the program's own template asks for, to read. */
export function ShippedItems({ template, onClose }: ShippedItemsProps) {
  return (
    <Inspector
      title={template.name}
      note="Shipped with Slipway; copy it to change it."
      onClose={onClose}
    >
      <ul className={styles['versions']} aria-label="Items of the template">
        {template.content.items.map(({ key, text, phase, dueDaysBefore, types, bands }) => (
          <li key={key}>
            <p>{text}</p>
            <p className={styles['quiet']}>
              {phaseWords[phase]} · {dueWords(dueDaysBefore)} · {audienceWords(types, bands)}
            </p>
          </li>
        ))}
      </ul>
    </Inspector>
  );
}
