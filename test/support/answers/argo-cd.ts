const revision = 'a91957a858320c0e17f3a0eca7cfacbff50ea29a';

/** One full object of each answer, as Argo CD and Argo Rollouts document it. */
export const argoCd = {
  applications: {
    metadata: { name: 'shop', namespace: 'argocd', uid: '0b8a63b2-6a7b-11ee-8c99-0242ac120002' },
    spec: {
      source: { repoURL: 'https://git.example.com/shop', path: 'deploy' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'payments' },
      syncPolicy: {},
    },
    status: {
      sync: { status: 'Synced', revision },
      health: { status: 'Healthy' },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced',
        startedAt: '2026-02-01T10:00:00Z',
        finishedAt: '2026-02-01T10:07:00Z',
      },
      history: [
        { id: 0, revision: '1.2.0', deployedAt: '2026-01-01T10:07:00Z' },
        {
          id: 1,
          revision,
          deployStartedAt: '2026-02-01T10:00:00Z',
          deployedAt: '2026-02-01T10:07:00Z',
        },
      ],
      summary: { images: ['registry.example.com/shop:2'] },
      reconciledAt: '2026-02-01T10:08:00Z',
    },
  },
  rollout: {
    kind: 'Rollout',
    metadata: {
      name: 'shop',
      namespace: 'payments',
      generation: 12,
      annotations: { 'rollout.argoproj.io/revision': '7' },
    },
    spec: {
      strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } },
      template: { spec: { containers: [{ image: 'registry.example.com/shop:2' }] } },
    },
    status: { phase: 'Healthy', observedGeneration: '12', currentStepIndex: 1 },
  },
};
