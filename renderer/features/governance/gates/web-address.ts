/** Links out of imported facts go to web addresses only: a provider's text could name a script. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
