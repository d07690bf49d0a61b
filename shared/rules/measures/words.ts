import type { InReason, LinkReason, OutReason, RowKind } from '#shared/model/measures/terms.ts';
import type { Cause, RowIn, RowOut } from './measure.ts';

/** Why a row is in a measure, as a sentence. */
export function whyIn(row: RowIn): string {
  const time =
    row.minutes === null ? '' : ` ${row.minutes === 1 ? '1 minute' : `${row.minutes} minutes`}.`;
  return `${row.id} ${inWords[row.reason](row)}.${time}`;
}

/** Why a row is left out of a measure, as a sentence. */
export function whyOut({ id, kind, reason, of }: RowOut): string {
  return `${id} is left out: ${outWords[reason](of ?? 'a deployment', kind)}.`;
}

/** How a change or an incident came to its deployment, as the end of “it belongs to D2: …”. */
export function linkWords(link: LinkReason): string {
  return linkSentences[link];
}

const linkSentences: Record<LinkReason, string> = {
  byHand: 'it was given by hand',
  sameCommit: 'it was the first to bring this commit to users',
  firstAfterMerge: 'it was the first to reach users that began after the merge',
  latestBefore: 'it was the latest to reach users that had finished by then',
  strictlyBefore: 'it was the latest successful one that had finished before',
};

const inWords: Record<InReason, (row: RowIn) => string> = {
  wentLive: () => 'reached users in the window',
  wentLiveClean: () => 'reached users and no critical incident belongs to it',
  criticalIssue: ({ causes }) =>
    `reached users, but is no success: ${listed('critical incident', causes)} belongs to it`,
  degraded: () => 'reached users degraded, which is no success',
  rolledBack: () => 'was rolled back, which is no success',
  attemptFailed: () => 'failed before users had it',
  clean: () => 'reached users, and nothing that counts as a failure followed',
  failed: ({ causes }) => `counts as failed: ${causes.map(causeWords).join('; ')}`,
  planned: () => 'was no unplanned fix',
  unplannedFix: ({ causes }) => `was an unplanned fix of ${idsOf(causes)}`,
  deployed: ({ causes: [cause] }) =>
    cause === undefined
      ? 'was deployed in the window'
      : `reached users with ${cause.id}${linkTail(cause)}`,
  restored: () => 'was detected and is resolved',
  recovered: ({ kind, causes: [cause] }) => recoveredWords(kind, cause),
  released: () => 'was released to users in the window',
  decided: ({ kind }) =>
    kind === 'gate' ? 'was asked for in the window and is decided' : 'waited on its gates',
  counted: ({ causes: [cause] }) =>
    cause === undefined
      ? 'counts by itself: it was created in the window, and nothing links it to a deployment'
      : `counts beside ${cause.id}, which it names as its root cause`,
  inFailureState: ({ causes }) =>
    `was the current deployment while ${listed('incident', causes)} was open`,
};

const outWords: Record<OutReason, (of: string, kind: RowKind) => string> = {
  notProduction: () => 'it did not go to production',
  cancelled: () => 'it was cancelled, so it was not tried',
  skipped: () => 'it was skipped, so it was not tried',
  notFinished: () => 'it has not finished',
  inFuture: (of, kind) =>
    `${instantOf(kind, of)} lies in the future of the instant until which facts are known`,
  beforeWindow: (of, kind) => `${instantOf(kind, of)} lies before the window`,
  afterWindow: (of, kind) => `${instantOf(kind, of)} lies after the window`,
  failedBeforeUsers: () => 'it failed before users had it',
  notSuccessful: () => 'it did not succeed',
  noRelease: () => 'it names no release; count by deployment to see it',
  notReleased: () => 'no production deployment of it has reached users',
  notDeployed: () => 'no production deployment has brought it to users yet',
  negativeSpan: () => 'it would end before it began',
  noCommit: () => 'the time of its first commit is not known',
  notMerged: () => 'it is not merged',
  unlinkedSquash: () => 'no deployment names its commit, as after a squash or a rebase',
  linkedElsewhere: (of) => `it is linked to ${of}, which is not among the deployments given`,
  linkedNotLive: (of) => `it is linked to ${of}, which never reached users in production`,
  noEarlierDeployment: () => 'no production deployment of its service had reached users by then',
  noRootCause: () => 'nothing names the deployment that caused it',
  noChanges: () => 'no change is known of it',
  firstDeployment: (of) =>
    `it went out with ${of}, the first deployment of its service, with nothing before it to compare`,
  sameDeployment: (of) => `it is one deployment with ${of}, of the same pipeline`,
  stillOpen: () => 'it is not resolved; it is counted as open with its age',
  stillWaiting: () => 'a decision is still waited for; it is counted as open with its age',
  noIdea: () => 'the day of its idea is not known',
  noGates: () => 'no gate was asked for',
  notRecovered: () => 'no success has followed yet',
};

function instantOf(kind: RowKind, of: string): string {
  return of === 'a deployment' ? `the time of this ${kind}` : `the time of ${of}`;
}

function causeWords({ what, id, link }: Cause): string {
  switch (what) {
    case 'hotfix':
      return `${id} was deployed to fix it`;
    case 'rollback':
      return `it was rolled back (${id})`;
    default:
      return `${what} ${id} belongs to it${link === null ? '' : `, since ${linkWords(link)}`}`;
  }
}

function recoveredWords(kind: RowKind, cause: Cause | undefined): string {
  if (cause === undefined) return 'is recovered from';
  return kind === 'deployment'
    ? `failed, and ${cause.id} was the next success`
    : `is resolved and belongs to ${cause.id}${linkTail(cause)}`;
}

function linkTail({ link }: Cause): string {
  return link === null ? '' : `: ${linkWords(link)}`;
}

function listed(what: string, causes: readonly Cause[]): string {
  return `${what} ${idsOf(causes)}`;
}

function idsOf(causes: readonly Cause[]): string {
  return causes.map(({ id }) => id).join(' and ');
}
