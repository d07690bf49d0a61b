import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobPathIn } from '#core/sync/jenkins/job-path.ts';
import { jobNameIn, urlOf } from '#core/sync/jenkins/source.ts';

const baseUrl = 'https://ci.example.com/jenkins';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('..', '.', '%2e%2e', 'job', 'view', 'feature%2Fx', 'größe', '%', '\\', '@', '12'),
);
const typed = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('/'));

describe('a job people type', () => {
  it('is asked below the address of the connection, or not at all, and is found again in it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const job = jobNameIn(text);
        if (job === null) return;
        const url = new URL(`${urlOf({ baseUrl }, job)}/api/json`);
        expect(url.href).toMatch(/^https:\/\/ci\.example\.com\/jenkins\/job\/.*\/api\/json$/);
        expect(jobPathIn(url.href)).toEqual({ job, number: null });
        expect(jobNameIn(job)).toBe(job);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused where its name would be read as an address the next time', () => {
    expect(jobNameIn('job/job/job/view')).toBeNull();
    expect(jobNameIn('job/shop/job/web')).toBe('shop/web');
  });
});
