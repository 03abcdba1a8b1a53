import { jest } from '@jest/globals';

// A real database and queue on a busy machine; Jest reads no time-out of a single project from its configuration.
jest.setTimeout(20_000);
