import { isImageOf, isSameTag, readImage } from '../delivery/image-reference.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import type { KnownArtefact, StagingRun, Told } from '../delivery/artefact-facts.ts';
import { verdict } from './digest-verdict.ts';
import type { DigestComponent, DigestVerdict } from './digest-verdict.ts';

type Ground = {
  component: DigestComponent;
  /** Artefacts of the version, those that are gone too. */
  own: readonly KnownArtefact[];
  /** Of the service, whatever their version. */
  all: readonly KnownArtefact[];
  ran: readonly StagingRun[];
  /** What the version is now. */
  digests: ReadonlySet<string>;
  now: string;
  zone: string;
};

type Judged = DigestVerdict & { restsOn: readonly Told[] };
type Deployed = Extract<StagingRun, { how: 'deployment' }>;

/** An image of the service in staging. */
type Shown = { tag: string | null; digest: string | null; at: string | null; run: StagingRun };

/**
 * Whether staging ran one of the digests of the version. A digest that staging shows outweighs times:
 * it says what runs there, whatever it is called. Without one a deployment counts, when nothing speaks
 * against the version having been then what it is now.
 */
export function judgeRan(ground: Ground): Judged {
  const { component, digests, own } = ground;
  const { serviceName, version } = component;
  const what = `${serviceName} ${version}`;
  const now = [...digests].join(' or ');
  const shown = ground.ran.flatMap((run) => shownIn(run, ground));
  const byDigest = shown.filter(({ digest }) => digest !== null);
  const same = byDigest.find(({ digest }) => digest !== null && digests.has(digest));
  if (same !== undefined) {
    const text = `${what} is ${same.digest}, which ${same.run.environment} runs`;
    return { ...verdict('passed', text), restsOn: [same.run] };
  }
  const moved = byDigest.find(
    ({ digest, tag }) =>
      own.some((each) => each.digest === digest) || (tag !== null && isSameTag(tag, version)),
  );
  if (moved !== undefined) {
    const text = `${what} moved: ${moved.run.environment} runs it as ${moved.digest}, and now it is ${now}`;
    return { ...verdict('failed', text, again(what)), restsOn: [moved.run] };
  }
  const deployed = newest([
    ...ground.ran.filter((run) => run.how === 'deployment' && isSameTag(run.version, version)),
    ...shown.flatMap(({ tag, digest, at, run }): Deployed[] =>
      digest === null && tag !== null && at !== null && isSameTag(tag, version)
        ? [{ ...run, how: 'deployment', version: tag, at }]
        : [],
    ),
  ]);
  if (deployed !== undefined) return { ...judgeDeployed(deployed, ground), restsOn: [deployed] };
  return another(ground, shown);
}

/** The newest of the deployments among them. */
function newest(runs: readonly StagingRun[]): Deployed | undefined {
  const deployed = runs.filter((run): run is Deployed => run.how === 'deployment');
  return deployed.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** A deployment names a version: what that was at the time is known from the repository alone. */
function judgeDeployed(deployed: Deployed, ground: Ground): DigestVerdict {
  const { component, own, digests, now, zone } = ground;
  const what = `${component.serviceName} ${component.version}`;
  const when = (at: string) => formatWhen(at, zone, now);
  const then = `${deployed.environment} was deployed ${when(deployed.at)}`;
  const is = [...digests].join(' or ');
  const before = own.find(
    ({ digest, goneAt }) =>
      digest !== null && !digests.has(digest) && goneAt !== null && goneAt > deployed.at,
  );
  if (before !== undefined) {
    const text = `${what} moved: it was ${before.digest} until ${when(before.goneAt ?? now)} and now it is ${is}, while ${then}`;
    return verdict('failed', text, again(what));
  }
  const there = own.filter(({ digest }) => digest !== null && digests.has(digest));
  const later = there.every(({ publishedAt }) => publishedAt !== null && publishedAt > deployed.at);
  const [first] = there;
  if (later && first?.publishedAt) {
    const text = `${what} is ${is}, published ${when(first.publishedAt)}, while ${then} before that`;
    return verdict('failed', text, again(what));
  }
  const isKnown = there.some(
    ({ publishedAt, knownSince }) =>
      knownSince <= deployed.at || (publishedAt !== null && publishedAt <= deployed.at),
  );
  if (isKnown) return verdict('passed', `${what} is ${is}, as it was when ${then}`);
  const read = when(first?.knownSince ?? now);
  return verdict(
    'waiting',
    `${what} is ${is}, first read ${read}; nothing says that it was the same when ${then}`,
    `Deploy ${what} to ${deployed.environment} again, or connect what runs there: it tells digests.`,
  );
}

/** Staging shows something, but not this version; or nobody told anything of it. */
function another(ground: Ground, shown: readonly Shown[]): Judged {
  const { component, all, digests } = ground;
  const { serviceName, version } = component;
  const what = `${serviceName} ${version}`;
  const is = [...digests].join(' or ');
  const need = `Deploy ${what} to staging, then sync.`;
  const [first] = shown.toSorted((a, b) => Number(b.digest !== null) - Number(a.digest !== null));
  const deployed = newest(ground.ran);
  if (first?.digest) {
    const known = all.find(({ digest }) => digest === first.digest)?.version ?? first.tag;
    const which = known === null ? first.digest : `${first.digest} (${known})`;
    const text = `${first.run.environment} runs ${which} of ${serviceName}, not ${is} (${version})`;
    return { ...verdict('failed', text, need), restsOn: [first.run] };
  }
  if (deployed !== undefined) {
    const was = all.find((each) => isSameTag(each.version, deployed.version) && each.digest);
    const which = was === undefined ? deployed.version : `${deployed.version} (${was.digest})`;
    const text = `${deployed.environment} ran ${which} of ${serviceName}, not ${version} (${is})`;
    return { ...verdict('failed', text, need), restsOn: [deployed] };
  }
  if (first?.tag && !isSameTag(first.tag, version)) {
    const text = `${first.run.environment} runs ${first.tag} of ${serviceName}, not ${version} (${is})`;
    return { ...verdict('failed', text, need), restsOn: [first.run] };
  }
  const told =
    first === undefined
      ? `nobody told what staging ran of ${serviceName}; ${version} is ${is}`
      : `${first.run.environment} tells neither a digest of ${serviceName} nor when it came; ${version} is ${is}`;
  const ways = `Record a deployment of ${what} to staging, or connect what runs there and map it.`;
  return { ...verdict('waiting', told, ways), restsOn: [] };
}

/** Of the images of a roll-out those of the service; what stands beside them is not asked. */
function shownIn(run: StagingRun, { all, component, digests }: Ground): Shown[] {
  if (run.how !== 'roll-out') return [];
  const names = new Set([component.serviceName, ...all.map(({ name }) => name)]);
  return run.images.flatMap((text): Shown[] => {
    const image = readImage(text);
    const isNamed = [...names].some((name) => isImageOf(image, name));
    const isIts = image.digest !== null && digests.has(image.digest);
    return isNamed || isIts ? [{ tag: image.tag, digest: image.digest, at: run.at, run }] : [];
  });
}

function again(what: string): string {
  return `Deploy ${what} to staging as it is now, or publish what staging ran under a version of its own.`;
}
