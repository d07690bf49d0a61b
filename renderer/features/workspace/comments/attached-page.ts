import type { Place } from '#shared/model/workspace/attached.ts';

/** What of a release's page comments and attachments need; every tab has it. */
export type AttachedPage = {
  release: { id: string };
  names: {
    people: readonly { id: string; name: string }[];
    person: (id: string | null) => string;
  };
  zone: string;
  now: string;
  actingId: string | null;
  /** False for a closed release, and where the file can only be read. */
  editable: boolean;
  /** False where the file can only be read. */
  mayWrite: boolean;
};

/** What is said or attached where: one thing of the release a page is about. */
export type AttachedTo = Pick<Place, 'subject' | 'subjectId'>;

/** True for what stands at this place; what is about a thing that is gone stands with the release. */
export function standsAt(
  { subject, subjectId }: AttachedTo,
  one: { subjectId: string; about: string | null },
): boolean {
  return one.subjectId === subjectId || (subject === 'release' && one.about === null);
}
