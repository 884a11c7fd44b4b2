/** The JSON Schema of `salesmetrics.yaml`, ready to print. */
import { configFileJsonSchema } from '../config/config-file.ts';

export function configSchemaJson(): string {
  return `${JSON.stringify(configFileJsonSchema(), null, 2)}\n`;
}
