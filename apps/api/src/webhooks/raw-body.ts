import { json } from 'express';
import type { Request } from 'express';

const MOST = '256kb';
const bodies = new WeakMap<object, Buffer>();

/** A signature is over the bytes that came, so those are kept beside what they mean. Must stand before any other parser. */
export const readWebhookBody = json({
  limit: MOST,
  type: ['application/json', 'application/*+json'],
  verify: (request, _response, bytes) => void bodies.set(request, bytes),
});

export const rawBodyOf = (request: Request): Buffer | undefined => bodies.get(request);
