/** Small libraries without a clock, a file or a network of their own. */
export const pureLibraries = [
  'temporal-polyfill',
  'date-fns',
  'semver',
  'rrule',
  '@marcbachmann/cel-js',
  'fractional-indexing',
  'canonicalize',
  'saxes',
  'yaml',
];

export const coreLibraries = [
  ...pureLibraries,
  'zod',
  'better-sqlite3',
  'drizzle-orm',
  'undici',
  '@kubernetes/client-node',
  'ical-generator',
  'timezones-ical-library',
  'write-excel-file',
  'docx',
  'csv-stringify',
  'read-excel-file',
];

export const rendererLibraries = [
  ...pureLibraries,
  'zod',
  'react',
  'react-dom',
  '@mui/material',
  '@mui/x-charts',
  '@emotion/cache',
  '@emotion/react',
  '@emotion/styled',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@fullcalendar/react',
  '@hookform/resolvers',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'lucide-react',
  'react-hook-form',
  'zustand',
];

export const lintLibraries = [
  'eslint',
  'eslint-plugin-react-hooks',
  'typescript',
  'typescript-eslint',
];
