import { registerHooks } from 'node:module';

/**
 * Preloaded with --import into the process that runs the desktop's bundles: everything that imports
 * `electron` gets the stand-in beside this file instead.
 *
 * What it proves: the real main process, preload and core bundles fit together and work in a real
 * Chromium. What it does not: Chromium's sandbox and context isolation (the preload shares the
 * page's world here), the app:// scheme itself (the page has an http origin of its own), native
 * dialogs and menus, the operating system's key chain, fuses and updates. Those are left to the
 * smoke test in desktop-electron.spec.ts, on a machine that has the runtime.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true };
  },
});
