import { memo } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import choice from '../form/Choice.module.css';
import styles from './DataTable.module.css';
import { numberText } from '../number-text.ts';

type GroupLineProps = {
  elementId: string;
  index: number;
  top: number;
  isCursor: boolean;
  markable: boolean;
  label: string;
  count: number;
  isOpen: boolean;
  isMarked: boolean;
};

/** The line over a group of rows; a click or Enter closes and opens it. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { label, count, isOpen, isMarked } = props;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const look = [styles['body'], styles['group'], props.isCursor && styles['cursor']];
  return (
    <div
      role="row"
      id={props.elementId}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={isMarked}
      className={look.filter(Boolean).join(' ')}
      style={{ top: props.top }}
    >
      {props.markable && (
        <div role="gridcell" className={styles['tick']}>
          <input
            type="checkbox"
            className={choice['box']}
            tabIndex={-1}
            aria-label={`Mark the ${count} of ${label}`}
            checked={isMarked}
            readOnly
            data-tick
          />
        </div>
      )}
      <div role="gridcell" className={styles['groupName']}>
        <Chevron size={14} aria-hidden />
        <bdi className={styles['groupLabel']} title={label}>
          {label}
        </bdi>
        <span className={styles['count']}>{numberText(count)}</span>
      </div>
    </div>
  );
});
