// For a browser: bundle this file; nothing of Node is needed.
import { calculate, recordOf } from 'nd178';

globalThis.nd178 = (person) => {
  const found = calculate(person);
  return JSON.stringify(found.ok ? recordOf(found.value) : found.issues);
};
