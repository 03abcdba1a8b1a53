/** Our options that take a value, each with one. */
const SAMPLES = {
  out: 'scores.csv',
  members: 'members.csv',
  ticks: 'weekly',
  explain: '"Tuesday walk"',
} as const;
type Option = keyof typeof SAMPLES;

const names = Object.keys(SAMPLES) as Option[];

/** Options that npm took for its own, because no `--` came before them; it drops them and tells the script in its environment. */
export const keptByNpm = (env: NodeJS.ProcessEnv): readonly Option[] =>
  env.npm_lifecycle_event === 'health:score' ? names.filter((name) => env[`npm_config_${name}`]) : [];

/** What should have been typed. */
export function sayHowWithNpm(kept: readonly Option[]): string {
  const options = kept.map((name) => ` --${name} ${SAMPLES[name]}`).join('');
  return `Put -- before the file: npm run -s health:score -- registers.csv${options}`;
}
