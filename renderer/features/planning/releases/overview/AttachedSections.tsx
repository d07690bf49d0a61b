import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import {
  Attachments,
  countInWords,
  useAttachedCounts,
} from '../../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../../workspace/attachments/index.ts';
import { Comments, UnreadDot } from '../../../workspace/comments/index.ts';
import { placeHref } from '../place-href.ts';
import type { ReleasePage } from '../release-page.ts';
import styles from './overview.module.css';

type AttachedSectionProps = { page: ReleasePage };

/** What is said about the release, and where more is said about what belongs to it. */
export function CommentsSection({ page }: AttachedSectionProps) {
  const { id } = page.release;
  const counts = useAttachedCounts(id);
  return (
    <Section title="Comments" note="bind no decision; a closed release takes them too">
      <Panel padded>
        <Comments page={page} about={{ subject: 'release', subjectId: id }} />
      </Panel>
      <Elsewhere releaseId={id} counts={[...counts.values()]} />
    </Section>
  );
}

export function AttachmentsSection({ page }: AttachedSectionProps) {
  return (
    <Section title="Attachments">
      <Panel padded>
        <Attachments page={page} about={{ subject: 'release', subjectId: page.release.id }} />
      </Panel>
    </Section>
  );
}

type ElsewhereProps = { releaseId: string; counts: readonly AttachedCount[] };

/** What is unread first: it is what people come for. */
function Elsewhere({ releaseId, counts }: ElsewhereProps) {
  const places = counts
    .filter(({ subject, about }) => subject !== 'release' && about !== null)
    .toSorted((a, b) => b.unread - a.unread);
  if (places.length === 0) return null;
  return (
    <div className={styles['elsewhere']}>
      <h3>On what belongs to the release</h3>
      <ul>
        {places.map((count) => (
          <li key={count.subjectId}>
            <span className={styles['quiet']}>{kindOf(count)}</span>
            <a href={placeHref({ releaseId, ...count })} title={count.about ?? ''}>
              <bdi>{count.about}</bdi>
            </a>
            <span className={styles['quiet']}>{countInWords({ ...count, unread: 0 })}</span>
            <UnreadDot count={count.unread} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindOf({ subject }: AttachedCount): string {
  const words = subject.replace('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
