import { z } from "@hono/zod-openapi";
import { Sector } from "../../../shared/sector.ts";
import { Task } from "./call.ts";
import { CalendarDate, Instant, ProspectId, RepId, Zone } from "./common.ts";

const State = z.enum(["active", "paused", "ended"]);

export const ProspectLine = z
  .object({
    id: ProspectId,
    name: z.string().openapi({ example: "Rui Costa" }),
    company: z.string().optional(),
    sector: z.string().optional(),
    timeZone: Zone,
    repId: RepId.optional(),
    state: State.openapi({ description: "active: gets nurture email." }),
  })
  .openapi("ProspectLine");

export const Prospect = z
  .object({
    id: ProspectId,
    name: z.string().openapi({ example: "Rui Costa" }),
    email: z.string().openapi({ example: "rui@customer.example" }),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    company: z.string().optional(),
    title: z.string().optional(),
    phone: z.string().optional(),
    doNotCall: z.boolean(),
    country: z.string().optional().openapi({ example: "PT" }),
    city: z.string().optional(),
    sector: z.enum(Sector.options).optional(),
    timeZone: Zone,
    repId: RepId.optional(),
    crmId: z.string().optional().openapi({ description: "The CRM's own record id." }),
    state: State,
    stateReason: z.string().optional(),
    pausedUntil: CalendarDate.optional(),
    topics: z.array(z.string()),
    interests: z.array(z.string()),
    emails: z.number().int().openapi({ description: "How many were sent so far." }),
    createdAt: Instant,
    updatedAt: Instant,
    openCall: Task.optional(),
  })
  .openapi("Prospect");
