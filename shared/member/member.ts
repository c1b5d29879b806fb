import * as z from "zod";
import { idOf } from "../id.ts";

/** What somebody of the company does here; what each may see and do says access.ts. */
export const Role = z.enum(["rep", "marketing", "manager", "admin"]);
export type Role = z.infer<typeof Role>;

/**
 * Somebody of the company who may sign in. `id` is that of the address (`idOf`), as a rep's is, so that the two rows of a rep who is also a manager
 * are found by one key each. Every rep is a member with the role "rep" without a row of their own.
 */
export const Member = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  email: z.email(),
  role: Role,
  /** Of a manager: whose work to see; none = all teams'. */
  team: z.string().optional(),
  timeZone: z.string().min(1).optional(),
  /** Sessions that began before (epoch ms) are over: signed out everywhere, or the role was taken away. */
  signedOutAt: z.number().optional(),
});
export type Member = z.infer<typeof Member>;

/** However somebody writes their address, they are one member. */
export const memberIdOf = (email: string): string => idOf(email.trim().toLowerCase());
