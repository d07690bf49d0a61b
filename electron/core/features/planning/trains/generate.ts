import type { Context } from '#core/context.ts';
import { component } from '#core/database/schema/planning.ts';
import { task } from '#core/database/schema/plan.ts';
import { alive, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { nextVersion } from '#shared/rules/planning/versions/next-version.ts';
import { ordersFor } from '#shared/rules/planning/order.ts';
import { markWords } from '#shared/rules/planning/trains/train-dates.ts';
import type { TrainDate } from '#shared/rules/planning/trains/train-dates.ts';
import { departuresFrom } from '#shared/rules/planning/trains/train-departures.ts';
import type { Departure } from '#shared/rules/planning/trains/train-departures.ts';
import { listServices } from '../../workspace/services/index.ts';
import { checkReferences, releaseCreator } from '../releases/index.ts';
import { newestVersionId } from '../templates/index.ts';
import { requireTrain, takenDates, trainDays } from './rows.ts';
import type { TrainRow } from './rows.ts';

/** Departures that are looked at for those without a release: two years of a weekly train. */
const mostLooked = 104;

/** Makes the releases of the next departures that have none; the whole of it in one command. */
export function generateReleases(
  { id, count }: Parsed<'trains.generate'>,
  context: Context,
): Output<'trains.generate'> {
  const { store, now } = context;
  context.requireActor();
  const train = requireTrain(store, id);
  const { days } = trainDays(store, train.holidayCalendarId);
  const taken = takenDates(store, id);
  const wanted = departuresFrom(train, days, { from: now, count: mostLooked })
    .filter(({ on, skipped }) => !skipped && !taken.has(on))
    .slice(0, count);
  if (wanted.length === 0) {
    throw new Refusal(
      'precondition_failed',
      `Every departure of ${train.name} ahead has a release already or is left out. Let it go on for longer, or take a departure up again.`,
    );
  }
  const versions = versionsAhead(store, train);
  const { plan, create } = releaseCreator(context);
  const planned = wanted.map((departure) => ({
    ...departure,
    input: inputOf(store, train, departure, versions),
  }));
  for (const { input } of planned) checkReferences(store, input);
  const made = planned.map(({ on, dates, input }) => ({
    release: plan({ ...input, ofTrain: { trainId: id, trainOn: on } }),
    dates,
  }));
  const releaseIds = context.transact((write) =>
    made.map(({ release, dates }) => {
      const releaseId = create(write, release);
      writeDates(write, releaseId, dates);
      return releaseId;
    }),
  );
  return { releaseIds, notes: versions.notes };
}

function inputOf(
  store: Store,
  train: TrainRow,
  { on, startAt }: Departure,
  versions: ReturnType<typeof versionsAhead>,
): Parsed<'releases.create'> {
  const { type, ownerId, zone, environmentId, durationMinutes, templateId } = train;
  const versionId = templateId === null ? null : newestVersionId(store, templateId);
  return {
    ...{
      name: `${train.name} ${on}`,
      type,
      ownerId,
      notes: '',
      dataMigration: false,
      standardChange: false,
    },
    ...(versionId !== null && { templateVersionId: versionId }),
    components: versions.next(),
    deployments: [{ environmentId, region: '', startAt, zone, durationMinutes }],
  };
}

/** What each release of the train ships: the next version of each service, from release to release. */
function versionsAhead(store: Store, { serviceIds, type }: TrainRow) {
  const known = store.orm
    .select({ serviceId: component.serviceId, version: component.version })
    .from(component)
    .where(alive(component, oneOf(component.serviceId, serviceIds)))
    .all();
  const services = listServices(store).filter(({ id }) => serviceIds.includes(id));
  const lists = new Map(
    services.map(({ id }) => [
      id,
      known.filter(({ serviceId }) => serviceId === id).map(({ version }) => version),
    ]),
  );
  const open = services.filter(({ versionScheme }) => versionScheme.kind !== 'semver');
  return {
    notes: open.map(
      ({ name }) =>
        `${name} has no semantic versions, so its next one is not known: add it to each release.`,
    ),
    next: () =>
      services.flatMap(({ id, versionScheme }) => {
        const list = lists.get(id) ?? [];
        const version = nextVersion(versionScheme, list, type);
        if (version === null) return [];
        list.push(version);
        return [{ serviceId: id, version, commit: null, artefact: null }];
      }),
  };
}

/** The dates before the departure as milestones of its plan, which knows them again when it is shifted. */
function writeDates(write: Write, releaseId: string, dates: readonly TrainDate[]): void {
  const orders = ordersFor(dates.length);
  dates.forEach(({ mark, on }, index) => {
    write.insert(task, {
      ...{ releaseId, kind: 'milestone', title: markWords[mark], startOn: on, durationDays: 0 },
      ...{ ownerId: null, predecessorIds: [], doneOn: null, note: '', mark, madeOn: on },
      order: orders[index] ?? '',
    });
  });
}
