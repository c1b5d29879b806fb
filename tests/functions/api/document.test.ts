import { describe, expect, test } from "vitest";
import * as z from "zod";
import { officeOf } from "./office.ts";

/** What of an OpenAPI 3.1 document is looked at. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.object({ "application/json": z.object({ schema: Schema }) });
const Operation = z.object({
  summary: z.string().min(1),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean().optional(), schema: Schema }),
    )
    .optional(),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(1), content: Content })),
});
const Document = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(z.string(), z.object({ type: z.literal("http"), scheme: z.literal("bearer") })),
  }),
  paths: z.record(z.string(), z.object({ get: Operation.optional(), post: Operation.optional() }).strict()),
});

async function readDocument() {
  const { api } = await officeOf();
  const response = await api.request("/api/v1/openapi.json");
  expect(response.status).toBe(200);
  return { api, document: Document.parse(await response.json()) };
}

type Named = { readonly name: string; readonly path: string; readonly operation: z.infer<typeof Operation> };

const operationsOf = (paths: z.infer<typeof Document>["paths"]): Named[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    (["get", "post"] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, path, operation }] : [];
    }),
  );

/** Everything that says {"$ref": ...} below. */
const references = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
};

describe("the OpenAPI document", () => {
  test("has every route that answers, and no other", async () => {
    const { api, document } = await readDocument();
    const answering = api.routes
      .filter(({ method, path }) => method !== "ALL" && !/\/(openapi\.json|docs)$/.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(
      operationsOf(document.paths)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...new Set(answering)].toSorted());
    expect(answering).toContain("POST /api/v1/prospects/{id}/calls/{number}/result");
  });

  test("refers to nothing that is not in it, and names every piece of a path", async () => {
    const { document } = await readDocument();
    for (const reference of references(document)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? "";
      expect(Object.keys(document.components.schemas), reference).toContain(name);
    }
    for (const { name, path, operation } of operationsOf(document.paths)) {
      const inPath = (operation.parameters ?? []).filter((one) => one.in === "path" && one.required);
      expect(
        inPath.map((one) => `{${one.name}}`),
        name,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  test("says of every operation how it fails, in the one shape", async () => {
    const { document } = await readDocument();
    for (const { name, operation } of operationsOf(document.paths))
      for (const status of ["400", "401", "403", "404"]) {
        const schema = operation.responses[status]?.content["application/json"].schema;
        expect(schema, `${name} ${status}`).toEqual({ $ref: "#/components/schemas/Problem" });
      }
  });

  test("asks for a token, and says no address or secret", async () => {
    const { document } = await readDocument();
    expect(document.security).toEqual([{ token: [] }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(["token"]);
  });

  test("has examples that its own schemas take", async () => {
    const { document } = await readDocument();
    let looked = 0;
    const look = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      if ("example" in schema) {
        looked += 1;
        const { example, ...rest } = schema;
        // Beside a reference an example is that of what is referred to.
        const whole = { ...rest, $defs: document.components.schemas };
        const taken = z.fromJSONSchema(
          JSON.parse(JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/")),
        );
        expect(taken.safeParse(example).error, JSON.stringify(example)).toBeUndefined();
      }
      for (const [key, inner] of Object.entries(schema)) if (key !== "example") look(inner);
    };
    look(document.components.schemas);
    look(document.paths);
    expect(looked).toBeGreaterThan(20);
  });

  test("is a page too, which runs nothing", async () => {
    const { api, document } = await readDocument();
    const page = await api.request("/api/v1/docs");
    const text = await page.text();
    expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(text).not.toContain("<script");
    for (const { name, operation } of operationsOf(document.paths)) {
      expect(text).toContain(name);
      expect(text).toContain(operation.summary.replaceAll("'", "&#39;"));
    }
    // What is sent is there with its fields.
    expect(text).toContain("giveUpReason");
    expect(text).toContain("At most seven days ahead; default the next good hour.");
  });
});
