import { jest } from '@jest/globals';

// The whole product starts, and days pass in it.
jest.setTimeout(180_000);
