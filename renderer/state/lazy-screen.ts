import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component whose code comes when it is first shown: `lazyScreen(async () => (await import(…)).Screen)`. */
export function lazyScreen<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}
