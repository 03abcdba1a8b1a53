/** Token of the parsed environment. */
export const ENV = Symbol('env');
/** Token of the data source that connects as `worker_rt`. */
export const WORKER_DB = Symbol('worker database');
/** Token of the chosen doorbell. */
export const DOORBELL = Symbol('doorbell');
/** Token of the business clock. */
export const CLOCK = Symbol('clock');
