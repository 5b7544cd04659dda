/** The reader of YAML, loaded where a file of that kind is named. */
export { parse } from 'yaml';
