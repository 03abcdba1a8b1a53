import { z } from 'zod';

export const id = z.uuid();
export const on = z.iso.date();
export const count = z.int().min(0);

export const ofProgramme = <S extends z.core.$ZodLooseShape>(shape: S) =>
  ({ stream: 'programme', payload: z.object(shape) }) as const;
export const ofGroup = <S extends z.core.$ZodLooseShape>(shape: S) =>
  ({ stream: 'group', payload: z.object(shape) }) as const;
export const ofAny = <S extends z.core.$ZodLooseShape>(shape: S) =>
  ({ stream: 'any', payload: z.object(shape) }) as const;
export const ofSite = <S extends z.core.$ZodLooseShape>(shape: S) =>
  ({ stream: 'site', payload: z.object(shape) }) as const;
