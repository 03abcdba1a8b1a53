/** Token of the chosen doorbell: Redis or Valkey, or BullMQ on PostgreSQL. */
export const DOORBELL = Symbol('doorbell');
