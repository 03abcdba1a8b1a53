import { hash, verify } from '@node-rs/argon2';

/** The library's number for argon2id; its own enum cannot be read by an isolated compiler. */
const ARGON2ID = 2;

/** argon2id, 64 MiB, 3 passes, 1 lane: about 60 ms on two virtual cores, within OWASP's recommended range. */
const options = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Hashes in the PHC string format, salt and parameters included. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

export const verifyPassword = (phc: string, password: string): Promise<boolean> => verify(phc, password);
