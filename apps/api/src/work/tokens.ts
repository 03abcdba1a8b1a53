/** Tokens of what the whole API shares. Three data sources, three database roles: each can do only its own job. */
export const CLOCK = Symbol('clock');
export const APP_DB = Symbol('app database');
export const AUTH_DB = Symbol('auth database');
export const RELAY_DB = Symbol('relay database');
