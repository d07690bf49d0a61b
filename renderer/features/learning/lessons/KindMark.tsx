import { Repeat2, ShieldAlert } from 'lucide-react';
import type { LessonKind } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import styles from './lessons.module.css';

const icons = { mistake: ShieldAlert, success: Repeat2 };

type KindMarkProps = { kind: LessonKind; withWord?: boolean };

/** A mistake or a success, by drawing and word; neither is a status, so neither has its colours. */
export function KindMark({ kind, withWord = false }: KindMarkProps) {
  const Icon = icons[kind];
  const word = kindInWords[kind];
  if (withWord) {
    return (
      <span className={styles['kind']}>
        <Icon size={15} aria-hidden />
        {word}
      </span>
    );
  }
  return (
    <span className={styles['kind']} role="img" aria-label={word} title={word}>
      <Icon size={16} aria-hidden />
    </span>
  );
}
