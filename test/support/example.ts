import { stringify } from 'yaml';

/** A case as a ready example file, with the command line that shows the difference. */
export function exampleFile(one: unknown, interpretations: Record<string, string>, asOf: string | undefined): string {
  const flags = Object.entries(interpretations).map(([id, option]) => ` --interpret ${id}=${option}`);
  const pin = asOf === undefined ? '' : ` --as-of ${asOf}`;
  return `# nd178 calc difference.yaml${pin}${flags.join('')}\n${stringify(one)}`;
}
