/** The page as HTML, and the files that it is made of. */
export function makePage(): Promise<{ readonly html: string; readonly inputs: readonly string[] }>;
