import { PlainError } from './plain-error.js';

export type StartEnv = {
  readonly port: number;
  readonly host: string;
  readonly mode: 'demo' | 'live';
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly demoPassword: string | undefined;
  /** Signs links and hashes references; made and kept when not given. */
  readonly secret: string | undefined;
};

/** What `npm start` was told. Throws a PlainError that names the variable and what it may be, never its value. */
export function readStartEnv(env: NodeJS.ProcessEnv): StartEnv {
  return {
    port: readPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    mode: readMode(env.FOLLOWON_MODE || 'demo'),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    redisUrl: readUrl('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']),
    demoPassword: readDemoPassword(env.FOLLOWON_DEMO_PASSWORD),
    secret: readSecret(env.FOLLOWON_SECRET),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError('PORT must be a whole number from 1 to 65535.');
}

function readMode(text: string): 'demo' | 'live' {
  if (text === 'demo' || text === 'live') return text;
  throw new PlainError('FOLLOWON_MODE must be "demo" or "live".');
}

function readUrl(name: string, text: string | undefined, schemes: readonly string[]): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && schemes.includes(new URL(text).protocol)) return text;
  throw new PlainError(`${name} must be a URL that starts with ${schemes[0]}//.`);
}

function readDemoPassword(text: string | undefined): string | undefined {
  if (!text || text.length >= 8) return text || undefined;
  throw new PlainError('FOLLOWON_DEMO_PASSWORD must have at least 8 characters.');
}

function readSecret(text: string | undefined): string | undefined {
  if (!text || /^[0-9a-f]{64}$/.test(text)) return text || undefined;
  throw new PlainError('FOLLOWON_SECRET must be 64 hexadecimal digits, as from: openssl rand -hex 32');
}
