import { z } from 'zod';

export const Role = z.enum(['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin']);
export type Role = z.infer<typeof Role>;

export const SignIn = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

/** Who is signed in and what they may see: the screens read `actions`, the server decides again on every call. */
export const SessionView = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  memberships: z.array(z.object({ siteId: z.uuid(), siteName: z.string(), role: Role })),
  /** Every action that at least one of the roles may ever do (keys of the policy table). */
  actions: z.array(z.string()),
  /** Groups in which the person holds a role now (contact person, host, patient tutor volunteer). */
  ownGroupIds: z.array(z.uuid()),
  mode: z.enum(['demo', 'live']),
  /** Business time: in the demo it may be ahead of the machine's clock. */
  now: z.iso.datetime(),
});
export type SessionView = z.infer<typeof SessionView>;
