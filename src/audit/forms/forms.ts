import type { Form, FormId } from './form.ts';
import { FORM_I1 } from './i1.ts';
import { FORM_I2 } from './i2.ts';
import { FORM_I3 } from './i3.ts';
import { FORM_I5 } from './i5.ts';

/** Every annex form that can be audited. */
export const FORMS: Readonly<Record<FormId, Form>> = {
  'I.1': FORM_I1,
  'I.2': FORM_I2,
  'I.3': FORM_I3,
  'I.5': FORM_I5,
};
