/** The tool as reports name it; a test compares it with package.json. */
export const tool = { name: 'salesmetrics', version: '0.1.0' } as const;
