/** What is asked of a build: exactly what `builds.ts` reads. */
export const buildTree =
  '_class,number,url,result,building,timestamp,duration,displayName,fullDisplayName,' +
  'actions[causes[shortDescription],lastBuiltRevision[SHA1,branch[name]]]';

const ofJob =
  '_class,name,fullName,url,color,nextBuildNumber,' +
  'queueItem[_class,id,why,inQueueSince],lastBuild[number,timestamp]';

/** What is asked of a job or folder, with so many levels of jobs inside. */
export function jobTree(levels: number): string {
  return levels === 0 ? ofJob : `${ofJob},jobs[${jobTree(levels - 1)}]`;
}

/** The newest builds from one position up to another, which is not among them. */
export function buildsTree(list: 'builds' | 'allBuilds', from: number, to: number): string {
  return `${list}[${buildTree}]{${from},${to}}`;
}
