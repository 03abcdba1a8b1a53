import { rmSync } from 'node:fs';

/** Ends what global-setup.mjs started; nothing in it is worth a clean shutdown. */
export default async function globalTeardown() {
  const { place, postgres, redis } = globalThis.followonTestServices ?? {};
  await redis?.stop();
  await postgres?.crash();
  if (place) rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
