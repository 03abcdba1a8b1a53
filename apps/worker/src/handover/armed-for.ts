/** The last session that a day was armed for: the first part of its occurrence. */
export const armedFor = (occurrence: string): string => occurrence.slice(0, 'YYYY-MM-DD'.length);
