const build = {
  _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
  number: 12,
  url: 'https://ci.example.com/jenkins/job/shop/job/feature%252Fgr%C3%B6%C3%9Fe/12/',
  result: 'SUCCESS',
  building: false,
  timestamp: 1_769_936_400_000,
  duration: 720_000,
  displayName: '#12',
  fullDisplayName: 'shop » feature/größe #12',
  actions: [
    {},
    null,
    { causes: [{ shortDescription: 'Push event to branch feature/größe' }] },
    {
      lastBuiltRevision: {
        SHA1: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a',
        branch: [{ SHA1: 'a91957a8', name: 'refs/remotes/origin/feature/größe' }],
      },
    },
  ],
  changeSets: [],
};

/** One full row of each answer, as Jenkins documents it. */
export const jenkins = {
  builds: build,
  queue: {
    _class: 'hudson.model.Queue$BlockedItem',
    id: 41,
    why: 'Build #11 is already in progress',
    blocked: true,
    inQueueSince: 1_769_936_400_000,
    task: { name: 'shop', url: 'https://ci.example.com/jenkins/job/shop/', color: 'blue_anime' },
  },
  jobs: {
    _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
    name: 'shop',
    fullName: 'payments/shop',
    url: 'https://ci.example.com/jenkins/job/payments/job/shop/',
    color: 'blue',
  },
  'wfapi-runs': {
    _links: { self: { href: '/jenkins/job/shop/12/wfapi/describe' } },
    id: '12',
    name: '#12',
    status: 'SUCCESS',
    startTimeMillis: 1_769_936_400_000,
    endTimeMillis: 1_769_937_120_000,
    durationMillis: 720_000,
    stages: [
      {
        id: '6',
        name: 'Test',
        status: 'SUCCESS',
        startTimeMillis: 1_769_936_400_000,
        durationMillis: 60_000,
      },
    ],
  },
  'pending-input': {
    id: 'Deploy',
    message: 'Deploy to production?',
    proceedUrl: '/jenkins/job/shop/12/wfapi/inputSubmit?inputId=Deploy',
    abortUrl: '/jenkins/job/shop/12/input/Deploy/abort',
  },
};
