/**
 * The queues, by urgency. None carries facts: a job on `streams` only names a stream that has something to read,
 * a job on `clock` only says "look at what is due". Losing, repeating or reordering them changes nothing.
 */
export const queues = { streams: 'streams', clock: 'clock' } as const;
export type QueueName = (typeof queues)[keyof typeof queues];

/** Redis Cluster wants every key of a queue in one hash slot, hence the braces. */
export const queuePrefix = '{followon}';

/** Retry lives in the reactor's cursor: with BullMQ's own backoff, rings that come meanwhile would be swallowed. */
export const ringOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

export interface Ring {
  readonly streamId: string;
}
