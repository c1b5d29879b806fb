import { createRoute, z } from "@hono/zod-openapi";
import { Role } from "../../../shared/member/member.ts";
import { json, part, problems } from "../problems.ts";
import { RepId } from "../schemas/common.ts";

const Me = z
  .object({
    memberId: z.string(),
    name: z.string().openapi({ example: "Ana Sousa" }),
    role: z.enum(Role.options),
    repId: RepId.optional().openapi({ description: "The rep you are; calls are made in this name." }),
    team: z.string().optional(),
  })
  .openapi("Me");

const me = createRoute({
  method: "get",
  path: "/me",
  summary: "In whose place the token speaks",
  responses: { 200: json("The member, with the role they have now.", Me), ...problems },
});

export const meRoutes = () =>
  part().openapi(me, (c) => {
    const { memberId, name, role, repId, team } = c.get("viewer");
    return c.json({ memberId, name, role, repId, team }, 200);
  });
