import { z } from 'zod';
import { civilDate } from './civil-date.js';
import { PageQuery, pageOf } from './page.js';

export const ProgrammeType = z.enum(['PMP', 'SMP']);
export const ProgrammeMode = z.enum(['in-person', 'online', 'hybrid']);
const name = z.string().trim().min(2).max(120);

const notBefore = (from: string | null | undefined, to: string | null | undefined) =>
  !from || !to || from <= to;

export const NewProgramme = z
  .strictObject({
    siteId: z.uuid(),
    name,
    type: ProgrammeType,
    lastSessionOn: civilDate,
    firstSessionOn: civilDate.optional(),
    mode: ProgrammeMode.default('in-person'),
  })
  .refine((p) => notBefore(p.firstSessionOn, p.lastSessionOn), {
    path: ['lastSessionOn'],
    message: 'The last session is before the first session. Change one of the two dates.',
  });
export type NewProgramme = z.infer<typeof NewProgramme>;

export const ProgrammePatch = z.strictObject({
  name: name.optional(),
  lastSessionOn: civilDate.optional(),
  firstSessionOn: civilDate.optional(),
  mode: ProgrammeMode.optional(),
  /**
   * Asks somebody (an `id` of `GET /api/volunteers`) to be the patient tutor volunteer, as `POST /api/programmes/:id/volunteers`
   * does; `ptv` is theirs once they say yes. For volunteer leads and site administrators.
   */
  ptvAccountId: z.uuid().optional(),
  /**
   * Names the clinician who runs it and signs the handover off: any of the site (an `id` of `GET /api/clinicians`) for
   * site administrators; clinicians name themselves, for a programme that has nobody.
   */
  clinicianAccountId: z.uuid().optional(),
});
export type ProgrammePatch = z.infer<typeof ProgrammePatch>;

export const FinishProgramme = z.strictObject({ finishedOn: civilDate });
export type FinishProgramme = z.infer<typeof FinishProgramme>;

export const ProgrammeView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  name: z.string(),
  type: ProgrammeType,
  mode: ProgrammeMode,
  firstSessionOn: z.iso.date().nullable(),
  lastSessionOn: z.iso.date(),
  finishedOn: z.iso.date().nullable(),
  /** running | finishing (28 days or less to go, checklist open) | finished */
  state: z.enum(['running', 'finishing', 'finished']),
  handover: z
    .object({
      id: z.uuid(),
      state: z.string(),
      done: z.int(),
      total: z.int(),
      late: z.int(),
      groupId: z.uuid().nullable(),
      /** Two weeks before the last session nobody was found, and nobody has been since. */
      withoutPtv: z.boolean().optional(),
    })
    .nullable(),
  /** The patient tutor volunteer beside it; null while nobody is named. */
  ptv: z.object({ accountId: z.uuid(), displayName: z.string() }).nullable().optional(),
  /** Who stands in for the volunteer. */
  deputy: z.object({ accountId: z.uuid(), displayName: z.string() }).nullable().optional(),
  /** Who runs it and signs off; null while nobody does, and then nobody can sign off. */
  clinician: z.object({ accountId: z.uuid(), displayName: z.string() }).nullable().optional(),
  /** The group that comes out of it, for whoever reads one programme with an open handover. */
  forming: z
    .object({
      mayForm: z.boolean(),
      /** Its first people and its first date. */
      mayStart: z.boolean(),
      /** A joint group is formed once the other programme has chosen this one too. */
      waitsForPartner: z.boolean(),
      /** How many can be rung. */
      contacts: z.int(),
      firstOn: z.iso.date().nullable(),
    })
    .nullable()
    .optional(),
  /** What the reader may do here. */
  may: z
    .object({
      write: z.boolean(),
      finish: z.boolean(),
      namePtv: z.boolean(),
      nameClinician: z.boolean().optional(),
      takeOn: z.boolean().optional(),
    })
    .optional(),
  version: z.int(),
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;
export const ProgrammePage = pageOf(ProgrammeView);
export const ProgrammeQuery = PageQuery.extend({
  site: z.uuid().optional(),
  state: z.enum(['running', 'finishing', 'finished']).optional(),
});
export type ProgrammeQuery = z.infer<typeof ProgrammeQuery>;

/** A clinician, for site administrators. `id` is what `clinicianAccountId` takes. */
export const ClinicianView = z.object({ id: z.uuid(), siteId: z.uuid(), displayName: z.string() });
export type ClinicianView = z.infer<typeof ClinicianView>;
export const ClinicianPage = pageOf(ClinicianView);
export const ClinicianQuery = PageQuery.extend({ site: z.uuid().optional() });
export type ClinicianQuery = z.infer<typeof ClinicianQuery>;
