import type { Rehearsal } from '#shared/model/planning/rollback.ts';

export const sectionWords: Record<
  Rehearsal['kind'],
  { title: string; record: string; none: string }
> = {
  rollback: {
    title: 'Rehearsals',
    record: 'Record a rehearsal',
    none: 'Nobody has tried the way back yet. A rehearsal counts for 30 days and binds no decision.',
  },
  'disaster-recovery': {
    title: 'Disaster recovery test',
    record: 'Record a test',
    none: 'Whether everything can be brought back from nothing has not been tried for this release.',
  },
};

export const resultWords: Record<Rehearsal['result'], string> = {
  passed: 'passed',
  partly: 'passed in part',
  failed: 'failed',
};

export const resultStatus = { passed: 'passed', partly: 'waiting', failed: 'failed' } as const;

export const resultChoices = [
  { value: 'passed', label: 'Passed' },
  { value: 'partly', label: 'Passed in part', note: 'some steps did not work as written' },
  { value: 'failed', label: 'Failed', note: 'it did not lead back' },
] as const;
