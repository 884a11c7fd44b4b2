/** The formats in which `validate` speaks to other programs. */
export const machineFormats = ['concise', 'json', 'ndjson', 'github', 'sarif', 'junit'] as const;
export type MachineFormat = (typeof machineFormats)[number];
