import { InspectorPart } from '../../../components/Inspector.tsx';
import { Comments } from '../comments/index.ts';
import type { AttachedPage, AttachedTo } from '../comments/index.ts';
import { Attachments } from './Attachments.tsx';

type AttachedPartsProps = AttachedTo & { page: AttachedPage };

/** What is said about a thing and attached to it, at the end of its inspector or under its row. */
export function AttachedParts({ page, subject, subjectId }: AttachedPartsProps) {
  const about = { subject, subjectId };
  return (
    <>
      <InspectorPart title="Comments">
        <Comments page={page} about={about} />
      </InspectorPart>
      <InspectorPart title="Attachments">
        <Attachments page={page} about={about} />
      </InspectorPart>
    </>
  );
}
