import type { Lesson } from '#shared/model/learning/lessons.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import styles from './lessons.module.css';

/** What happened, why, and what helped, as it was written; what nobody wrote is left out. */
export function LessonText({ lesson }: { lesson: Lesson }) {
  const parts = [
    ['Situation', lesson.situation],
    ['Cause', lesson.cause],
    ['What helped', lesson.whatHelped],
  ] as const;
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([title, text]) => (
      <InspectorPart key={title} title={title}>
        <p className={styles['typed']} dir="auto">
          {text.trim()}
        </p>
      </InspectorPart>
    ));
}
