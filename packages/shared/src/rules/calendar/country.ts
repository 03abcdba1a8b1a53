/** The four calendars of bank holidays; a site keeps the one of its country. */
export const countries = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Country = (typeof countries)[number];
