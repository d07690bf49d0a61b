import type { MetricCheckView } from '#shared/contract/delivery/monitoring.ts';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Incident } from '#shared/model/delivery/incidents.ts';
import type { Release } from '#shared/model/planning/release-views.ts';
import type { Drift } from '#shared/model/planning/baselines.ts';
import type { Family } from '#shared/model/planning/moves.ts';
import type { HistoryEntry } from '#shared/model/planning/history.ts';
import type { ReleaseLesson } from '#shared/model/learning/lessons.ts';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import type {
  DependencyView,
  NeededBy,
  PlanView,
  Stakeholder,
} from '#shared/model/planning/plan.ts';
import type { RollbackRecord } from '#shared/model/planning/rollback.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import type { Attachment, Comment } from '#shared/model/workspace/attached.ts';
import type { Environment, Service } from '#shared/model/workspace/services.ts';

/** Everything a dossier shows, gathered; rendering it asks for nothing more. */
export type DossierFacts = {
  workspace: { name: string; zone: string };
  /** The instant the dossier speaks of: ages and deadlines are counted to it. */
  at: string;
  /** What the gates were judged at: a closed release's stand as they did when it was closed. */
  judgedAt: string;
  /** The newest journal entry: what the facts rest on. */
  head: { at: string; hash: string } | null;
  release: Release;
  scope: readonly ScopeItem[];
  plan: PlanView;
  dependencies: { needs: readonly DependencyView[]; neededBy: readonly NeededBy[] };
  /** What it is part of, and what is part of it. */
  family: Family;
  /** The dates against the first baseline. */
  drift: Drift;
  stakeholders: readonly Stakeholder[];
  risks: readonly Risk[];
  /** Those without an answer first. */
  lessons: readonly ReleaseLesson[];
  rollback: RollbackRecord;
  gates: readonly GateView[];
  /** Newest first. */
  exceptions: readonly ExceptionView[];
  checklist: readonly ChecklistItem[];
  /** Of the release and of what belongs to it, the oldest first. */
  attachments: readonly Attachment[];
  comments: readonly Comment[];
  /** Newest first. */
  incidents: readonly Incident[];
  runs: readonly RunView[];
  /** Each with what it found last. */
  metricChecks: readonly MetricCheckView[];
  /** The alerts while its deployments ran and were watched. */
  rolloutAlerts: Output<'monitoring.rollout'>;
  /** Newest first. */
  history: readonly HistoryEntry[];
  people: ReadonlyMap<string, string>;
  /** Names of roles by key. */
  roles: ReadonlyMap<string, string>;
  services: ReadonlyMap<string, Service>;
  environments: ReadonlyMap<string, Environment>;
};
