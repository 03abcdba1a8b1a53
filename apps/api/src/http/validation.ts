import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { plainWords } from './plain-words.js';
import { Refusal } from './problem.js';

z.config({ customError: plainWords });

type PathPart = PropertyKey | { readonly key: PropertyKey };

const part = (segment: PathPart): string => String(typeof segment === 'object' ? segment.key : segment);

/** Bodies, queries and parameters are parsed by the schema of their decorator; unknown fields are refused. */
export const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    new Refusal('invalid', 'invalid', 'Something in the request needs to be changed.', {
      errors: issues
        .slice(0, 50)
        .map((issue) => ({ path: (issue.path ?? []).map(part).join('.'), message: issue.message })),
    }),
});
