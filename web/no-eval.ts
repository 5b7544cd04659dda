import * as z from 'zod';

// The policy of the page forbids code made of texts; zod would try whether it may, and the browser would tell of it.
// This module comes first, since the schemas are made where theirs are loaded.
z.config({ jitless: true });

/** Whether the libraries were told that they may not make code of texts. */
export const WITHOUT_EVAL: boolean = z.config().jitless === true;
