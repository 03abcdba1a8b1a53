/** A secret that only tests use. */
export const testSecret = 'ab'.repeat(32);
