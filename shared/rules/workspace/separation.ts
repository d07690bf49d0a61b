import type { Profile } from '#shared/model/workspace/workspace.ts';

/**
 * Separation of duties by profile. Who asked for a release never decides in it, whatever the profile;
 * only a startup, where one person has to be two functions, lets a person fill two places of a gate,
 * and that decision is marked wherever it is shown.
 */
export function maySitTwice(profile: Profile): boolean {
  return profile === 'startup';
}
