const task = {
  Id: 'ServerTasks-100',
  SpaceId: 'Spaces-1',
  ProjectId: 'Projects-7',
  Name: 'Deploy',
  Description: 'Deploy Shop release 2.4.0 to Production',
  State: 'Success',
  Completed: 'a minute ago',
  QueueTime: '2026-02-01T10:00:00.123+00:00',
  StartTime: '2026-02-01T10:00:05.123+00:00',
  LastUpdatedTime: '2026-02-01T10:07:00.123+00:00',
  CompletedTime: '2026-02-01T10:07:00.123+00:00',
  ErrorMessage: '',
  IsCompleted: true,
  FinishedSuccessfully: true,
  HasPendingInterruptions: false,
  HasWarningsOrErrors: false,
};

const deployment = {
  Id: 'Deployments-50',
  SpaceId: 'Spaces-1',
  ReleaseId: 'Releases-31',
  EnvironmentId: 'Environments-2',
  TenantId: null,
  TaskId: 'ServerTasks-100',
  ProjectId: 'Projects-7',
  Name: 'Deploy to Production',
  Created: '2026-02-01T10:00:00.123+00:00',
  Changes: [{ Version: '2.4.0', ReleaseNotes: '' }],
};

const item = {
  Id: 'Deployments-50',
  SpaceId: 'Spaces-1',
  ProjectId: 'Projects-7',
  EnvironmentId: 'Environments-2',
  ReleaseId: 'Releases-31',
  DeploymentId: 'Deployments-50',
  TaskId: 'ServerTasks-100',
  ReleaseVersion: '2.4.0',
  State: 'Success',
  Created: '2026-02-01T10:00:00.123+00:00',
  QueueTime: '2026-02-01T10:00:00.123+00:00',
  StartTime: '2026-02-01T10:00:05.123+00:00',
  CompletedTime: '2026-02-01T10:07:00.123+00:00',
  IsCompleted: true,
  HasPendingInterruptions: false,
  HasWarningsOrErrors: false,
  ErrorMessage: '',
};

const release = {
  Id: 'Releases-31',
  SpaceId: 'Spaces-1',
  Version: '2.4.0',
  Assembled: '2026-02-01T08:00:00.123+00:00',
  ProjectId: 'Projects-7',
  ChannelId: 'Channels-1',
  ReleaseNotes: null,
  SelectedPackages: [],
};

/** One full row of each answer, as Octopus Deploy documents it. */
export const octopus = {
  tasks: task,
  deployments: { ...deployment, Task: task },
  dashboard: item,
  progression: { Release: release, Channel: null, Deployments: { 'Environments-2': [item] } },
  releases: release,
  interruptions: {
    Id: 'Interruptions-3',
    SpaceId: 'Spaces-1',
    Type: 'ManualIntervention',
    IsPending: true,
    TaskId: 'ServerTasks-100',
    Title: 'Approve production',
    Created: '2026-02-01T10:03:00.123+00:00',
    ResponsibleTeamIds: [],
  },
};
