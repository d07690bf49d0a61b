import type { PlacementRule, PlacementSeverity } from '#shared/model/planning/placement.ts';
import type { PlacementSubject } from '#shared/model/planning/placement.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { WindowKind, WindowScope } from '#shared/model/planning/windows.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import type { Interval } from './intervals.ts';

/** A deployment of the release that is judged, where it would lie; one without length is an instant. */
export type Placed = Interval & {
  id: string;
  environmentId: string;
  environment: string;
  kind: EnvironmentKind;
  /** Empty where it goes everywhere. */
  region: string;
  zone: string;
  /** Whether it is the one the release starts with. */
  leads: boolean;
};

export type WindowOccurrence = Interval &
  WindowScope & {
    windowId: string;
    kind: WindowKind;
    name: string;
    zone: string;
    authorityId: string | null;
  };

export type OtherDeployment = Interval & {
  releaseId: string;
  release: string;
  environmentId: string;
  kind: EnvironmentKind;
  zone: string;
};

export type Booked = Interval & {
  id: string;
  environmentId: string;
  purpose: string;
  releaseId: string | null;
  zone: string;
};

export type DeploymentWindow = WindowScope & {
  windowId: string;
  name: string;
  /** After this it does not come again; endless where it does. */
  until: number;
};

/** Everything of the workspace that lies on the calendar, asked for by spans. */
export type Ground = {
  occurrences: (span: Interval) => readonly WindowOccurrence[];
  deploymentWindows: readonly DeploymentWindow[];
  deploymentsIn: (environmentId: string, span: Interval) => readonly OtherDeployment[];
  deploymentsOf: (serviceId: string, span: Interval) => readonly OtherDeployment[];
  /** Those that share their environment with nobody. */
  bookingsIn: (environmentId: string, span: Interval) => readonly Booked[];
};

export type HolidayCalendarFacts = {
  id: string;
  name: string;
  region: string;
  /** Whose it is: the owner, services. */
  of: string;
  /** Names by date. */
  holidays: ReadonlyMap<string, string>;
};

/** Something the release has to wait for, or another one that waits for it. */
export type Order = {
  kind: 'release' | 'dependency';
  id: string;
  name: string;
  /** `before`: it must be over before this release starts. `after`: it starts after this one is over. */
  comes: 'before' | 'after';
  /** Its end where it comes before, its start where it comes after; null for what comes by a date or not at all. */
  at: number | null;
  /** The day it is expected on; null where it has a time. */
  on: string | null;
  /** Why it will not come at all; null where it will. */
  never: string | null;
  lagDays: number;
  zone: string;
};

export type Away = {
  personId: string;
  name: string;
  /** What is missed: `owner`, or the places of gates only they can fill. */
  as: 'owner' | 'approver';
  /** `Security lead, for “Security review”`; empty for an owner. */
  seats: string;
  firstOn: string;
  lastOn: string;
  /** Who stands in; null where nobody does. */
  deputy: string | null;
};

/** What the risk of a release comes to, outside a freeze and inside one. */
export type RiskFacts = {
  score: number;
  band: RiskBand;
  bandInFreeze: RiskBand;
  arithmetic: string;
  raisedBy: readonly string[];
};

/** What an exception is to: a rule, and one subject or any. */
export type Excepted = { rule: string; subjectId: string | null };

export type Granted = Excepted & { id: string; grantedById: string; expiresAt: number };

/** The release that is judged, with what does not hang on where it lies. */
export type Judged = {
  release: { id: string; name: string; type: ReleaseType };
  serviceIds: readonly string[];
  risk: RiskFacts;
  /** Days the owner works: what notice and nearest free are counted in. */
  work: { workingDays: readonly number[]; holidays: ReadonlyMap<string, string> };
  calendars: readonly HolidayCalendarFacts[];
  orders: readonly Order[];
  away: readonly Away[];
  names: {
    environment: (id: string) => string;
    service: (id: string) => string;
    person: (id: string) => string;
  };
};

export type ClashWords = {
  what: string;
  scope: string;
  rule: string;
  override: string;
  arithmetic: string | null;
};

/** A rule that is not kept. The words are made only for whoever reads them. */
export type Clash = {
  key: PlacementRule;
  severity: PlacementSeverity;
  subject: PlacementSubject;
  places: string[];
  /** When the subject is there; null where it has no times. */
  times: Interval | null;
  zone: string;
  words: (now: number) => ClashWords;
};
