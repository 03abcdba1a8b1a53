import {
  checkReadOnlyLine,
  type Checked,
  type RegisterLine,
} from '@followon/shared/rules/import/register-line';
import { fieldsOf } from './fields-of.js';
import type { NumberedLine } from './line-cutter.js';

/** A line that can be judged, and its number in the file. */
export type Kept = { readonly line: number; readonly register: RegisterLine };

/** Says why a line was left out. */
export type Refuse = (line: number, reason: string) => void;

const TOO_LONG = 'The line is too long to be a register. Look for a missing line break.';
const QUOTES = 'The quotation marks do not match. Close them, or take them out.';

/** Those of some lines that can be judged; blank ones are passed over. */
export function keptOf(lines: readonly NumberedLine[], refuse: Refuse): readonly Kept[] {
  const kept: Kept[] = [];
  for (const { line, text } of lines) {
    if (text !== null && text.trim() === '') continue;
    const checked = check(text);
    if ('refused' in checked) refuse(line, checked.refused);
    else kept.push({ line, register: checked.line });
  }
  return kept;
}

function check(text: string | null): Checked {
  if (text === null) return { refused: TOO_LONG };
  const fields = fieldsOf(text);
  return fields === undefined ? { refused: QUOTES } : checkReadOnlyLine(fields);
}
