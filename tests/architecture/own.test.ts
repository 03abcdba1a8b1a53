import { expect, test } from '@jest/globals';
import { readSource, sourceFiles } from '../support/source-files.js';

const ownPlace = 'apps/api/src/auth/own.ts';
/** Compares all of a person's rights with those of an earlier moment; it decides about no record. */
const noDecision = 'apps/api/src/work/command-key.ts';
const files = sourceFiles().filter((path) => path.startsWith('apps/api/src/') && path.endsWith('.ts'));

/** A role held in one group, the volunteer or the clinician of a programme, compared with the reader. */
const saysWhatIsOwn =
  /group_role[^`]*?\bgroup_id = [^`]*?\baccount_id = \$\d|\b(?:ptv|clinician)_id = \$\d|\$\d in \(p\./s;

test('what is somebody’s own is decided in one place of the API', () => {
  expect(readSource(ownPlace)).toMatch(/group_role/);
  const others = files.filter(
    (path) => ![ownPlace, noDecision].includes(path) && saysWhatIsOwn.test(readSource(path)),
  );
  expect(others).toEqual([]);
});
