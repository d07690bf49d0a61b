import type { Place, Subject } from '#shared/model/workspace/attached.ts';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import { releaseHref } from './release-tabs.ts';

const tabOf: Record<Subject, ReleaseTab> = {
  release: 'overview',
  gate: 'gates',
  'checklist-item': 'checklist',
  risk: 'risks',
  'scope-item': 'scope',
};

/** Where a thing of a release stands, with what is said about it and attached to it. */
export function placeHref({ releaseId, subject, subjectId }: Place): string {
  const selected = subject === 'release' ? undefined : subjectId;
  return releaseHref(releaseId, tabOf[subject], selected);
}
