import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` writes the SQL of a schema change; it is then read, named and numbered by hand. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/core/database/schema/*.ts',
  out: './.cache/drizzle',
});
