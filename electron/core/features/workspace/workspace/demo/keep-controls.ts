import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';
import type { Story } from './story.ts';

/** What the auditors of a payments company ask about. */
const asked = [
  ...['SOC2-CC8.1', 'ISO-27001-A.8.32', 'PCI-DSS-6.5.1', 'DORA-9.4e'],
  ...['GDPR-32.1d', 'GDPR-5.1e'],
];

export async function enterControls({ stage, known }: Performance): Promise<void> {
  await stage.call('controls.adopt', { keys: asked }, idOf(known.people, 'mara'));
}

/** Of a release that migrates data somebody says what becomes of the old copy. */
export async function proveControls(
  { stage, known, releases }: Performance,
  upcoming: readonly Story[],
): Promise<void> {
  const iris = idOf(known.people, 'iris');
  for (const story of upcoming) {
    const releaseId = releases.get(story);
    if (releaseId === undefined) continue;
    const controls = await stage.call('controls.forRelease', { releaseId }, iris);
    const open = controls.find(({ key, state }) => key === 'GDPR-5.1e' && state === 'open');
    if (open === undefined) continue;
    await stage.call(
      'gates.addEvidence',
      {
        ...{ releaseId, title: 'What becomes of the old card table', controlKeys: [open.key] },
        note: 'Kept read-only for 30 days for the way back, then dropped by the nightly job; the ticket is with the ledger team.',
      },
      iris,
    );
    return;
  }
}
