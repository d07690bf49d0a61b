const template = { spec: { containers: [{ name: 'shop', image: 'registry.example.com/shop:2' }] } };
const selector = { matchLabels: { app: 'shop' } };

function metadata(name: string) {
  return {
    name,
    namespace: 'payments',
    generation: 4,
    labels: { app: 'shop' },
    annotations: { 'deployment.kubernetes.io/revision': '7' },
  };
}

/** One full object of each kind, as Kubernetes documents it. */
export const kubernetes = {
  deployments: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('shop'),
    spec: { replicas: 3, selector, strategy: { type: 'RollingUpdate' }, template },
    status: {
      observedGeneration: 4,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: 'ReplicaSet "shop-7" has successfully progressed.',
          lastUpdateTime: '2026-02-01T10:07:00Z',
          lastTransitionTime: '2026-02-01T10:00:00Z',
        },
      ],
    },
  },
  statefulsets: {
    kind: 'StatefulSet',
    metadata: metadata('ledger'),
    spec: {
      replicas: 3,
      serviceName: 'ledger',
      updateStrategy: { type: 'RollingUpdate' },
      template,
    },
    status: {
      observedGeneration: 4,
      replicas: 3,
      readyReplicas: 3,
      updatedReplicas: 3,
      currentRevision: 'ledger-6f',
      updateRevision: 'ledger-6f',
    },
  },
  daemonsets: {
    kind: 'DaemonSet',
    metadata: metadata('agent'),
    spec: { updateStrategy: { type: 'RollingUpdate' }, template },
    status: {
      observedGeneration: 4,
      desiredNumberScheduled: 5,
      updatedNumberScheduled: 5,
      numberAvailable: 5,
    },
  },
  jobs: {
    kind: 'Job',
    metadata: metadata('migrate'),
    spec: { completions: 1, backoffLimit: 6, template },
    status: {
      succeeded: 1,
      conditions: [
        { type: 'Complete', status: 'True', lastTransitionTime: '2026-02-01T10:07:00Z' },
      ],
    },
  },
};

export const aPod = {
  kind: 'Pod',
  metadata: { name: 'shop-7-x', namespace: 'payments', labels: { app: 'shop', hash: '7' } },
  spec: { containers: [{ image: 'registry.example.com/shop:2' }] },
  status: {
    phase: 'Pending',
    containerStatuses: [{ state: { waiting: { reason: 'ImagePullBackOff' } } }],
  },
};
