import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "./env.ts";

export type ApiDocument = ReturnType<OpenAPIHono<ApiEnv>["getOpenAPI31Document"]>;

const SCHEME = "token";

/** The OpenAPI 3.1 document of all routes of the API, made from the schemas that check the requests. */
export function documentOf(api: OpenAPIHono<ApiEnv>, url: string): ApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Midweek",
      version: "1",
      description:
        "Call tasks and prospects, for a CRM or a script. Everything is as the token's member may see it in the console, at this moment. Instants are ISO 8601 in UTC.",
    },
    servers: [{ url }],
    security: [{ [SCHEME]: [] }],
  });
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        [SCHEME]: { type: "http", scheme: "bearer", description: "A personal token, made on the page Account." },
      },
    },
  };
}
