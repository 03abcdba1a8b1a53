/**
 * What the API and the worker are started with. Node lets short-lived objects pile up to three times this many
 * megabytes before it looks through them: with its own 16 a process that has read a large import stays 40 to 70 MB
 * larger; with 2 an import is 4% slower and a worker stays 30 MB smaller than with 4.
 */
export const nodeFlags = ['--max-semi-space-size=2'] as const;

/** Two pools of memory for all of a process's threads: glibc's own eight for each core kept 30 MB of a worker after an import. */
export const nodeEnv = { MALLOC_ARENA_MAX: '2' } as const;
