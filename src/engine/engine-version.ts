/** The version of the calculation engine; equal to the package's, which a test holds it to. */
export const ENGINE_VERSION = '1.0.0';
