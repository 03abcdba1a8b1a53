export type ReadyFacts = {
  readonly port: number;
  readonly mode: 'demo' | 'live';
  readonly database: string;
  readonly queue: string;
  readonly dataDir: string;
  readonly embedded: boolean;
  readonly demoPassword: string;
};

const demoSignIns = [
  ['admin@demo.followon.test', 'network administrator'],
  ['site@demo.followon.test', 'site administrator, Avonside'],
  ['clinician@demo.followon.test', 'clinician, Avonside'],
  ['volunteer@demo.followon.test', 'peer volunteer (PTV), Avonside'],
  ['lead@demo.followon.test', 'volunteer lead, Avonside'],
  ['contact@demo.followon.test', 'contact person of an Avonside group'],
  ['clinician@harbour.followon.test', 'clinician, Harbour'],
] as const;

/** What `npm start` says when everything runs. */
export function readyMessage(facts: ReadyFacts): string {
  const { port, database, queue, dataDir, embedded } = facts;
  const reset = embedded
    ? 'stop Followon, then run: npm run reset'
    : 'clear the database behind DATABASE_URL yourself';
  return [
    '',
    `Followon is ready at http://localhost:${port}`,
    '',
    `  Database    ${database}`,
    `  Queue       ${queue}`,
    `  ${embedded ? 'Data      ' : 'Secrets   '}  ${dataDir}`,
    `  Logs        ${dataDir}/logs/api.log and worker.log`,
    `  Start anew  ${reset}`,
    '',
    ...(facts.mode === 'demo' ? demoLines(facts.demoPassword) : liveLines),
    'Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

const liveLines = ['The first administrator is made with: npm run admin:create', ''];

function demoLines(password: string): string[] {
  const widest = Math.max(...demoSignIns.map(([email]) => email.length));
  return [
    `This is a demo with made-up people. Sign in with the password ${password} as`,
    '',
    ...demoSignIns.map(([email, who]) => `  ${email.padEnd(widest)}  ${who}`),
    '',
  ];
}
