import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { alreadyIn } from '../judging/file-judge.js';
import type { Refuse } from '../reading/kept-lines.js';
import type { RegisterFile } from '../reading/register-file.js';
import type { Shell } from '../shell.js';
import { FoundGroup } from './find-group.js';
import { pageOf } from './page.js';

type Wanted = { readonly wanted: string; readonly refuse: Refuse; readonly tellsDates: boolean };

/**
 * Draws one group and tells each change of its level.
 * @throws Failure when the file has no such group, or more than one
 */
export async function explainGroup(
  file: RegisterFile,
  { wanted, refuse, tellsDates }: Wanted,
  shell: Shell,
): Promise<void> {
  const found = new FoundGroup(wanted);
  for await (const batch of file.kept(refuse)) found.see(batch);
  const lines = oneADay(found, refuse);
  if (tellsDates) for (const dates of found.dates.say()) shell.stderr.write(`${dates}\n`);
  shell.stdout.write(`${pageOf(lines, found.dates.lastOn ?? '', shell).join('\n')}\n`);
}

function oneADay(found: FoundGroup, refuse: Refuse): readonly RegisterLine[] {
  return found.lines
    .filter(({ line, register }, place, all) => {
      const first = all.find((other) => other.register.on === register.on);
      if (first !== undefined && first.line !== line) refuse(line, alreadyIn(first.line));
      return first?.line === line;
    })
    .map(({ register }) => register);
}
