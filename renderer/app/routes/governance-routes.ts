/** The rooms of governance that have an address of their own. */
export const governanceRoutes = [] as const;
