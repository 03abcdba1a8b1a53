import { pino } from 'pino';

/** JSON lines; anything that could carry a secret or a person is cut out before it is written. */
export const log = pino({
  name: 'api',
  redact: {
    paths: [
      '*.password',
      '*.email',
      '*.token',
      '*.headers.cookie',
      '*.headers.authorization',
      'err.parameters',
      'err.driverError.detail',
    ],
    remove: true,
  },
});
