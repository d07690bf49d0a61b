import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The window: one page, the same under app://, the loopback host and the development server. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(root, 'dist/renderer'),
    emptyOutDir: true,
    // The content security policy lets no data: URL through for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // index.html is the only page that ships; gallery.html is seen in development.
    rolldownOptions: { input: resolve(root, 'renderer/index.html') },
  },
  server: { host: '127.0.0.1', port: 5173, fs: { allow: [root] } },
});
