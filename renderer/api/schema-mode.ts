import { config } from 'zod/v4/core';

/**
 * Imported before anything that makes a schema: zod would otherwise try to compile a function,
 * which the content security policy refuses and reports.
 */
config({ jitless: true });
