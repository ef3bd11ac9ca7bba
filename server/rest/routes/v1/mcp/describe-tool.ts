import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { ToolSource } from "@/server/rest/routes/v1/mcp/tools";

export type ApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const schema = z.record(z.string(), z.unknown());
const parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema,
});
const operationShape = z.object({
  summary: z.string(),
  description: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.object({ "application/json": z.object({ schema }) }) }).optional(),
});
const objectShape = z.object({
  properties: z.record(z.string(), schema).default({}),
  required: z.array(z.string()).default([]),
});

/** A tool as the protocol tells it, and where each input goes in the request. */
export type DescribedTool = {
  name: string;
  title: string;
  description: string;
  inputSchema: { type: "object"; properties: Record<string, object>; required: string[] };
  annotations: { readOnlyHint: boolean; openWorldHint: boolean };
  places: Record<string, "path" | "query" | "body">;
};

/** What the API's description says of a request, as a tool. */
export function describeTool(document: ApiDocument, tool: ToolSource): DescribedTool {
  const operation = operationShape.parse(document.paths?.[tool.path]?.[tool.method]);
  const properties: Record<string, object> = {};
  const places: DescribedTool["places"] = {};
  const required: string[] = [...(tool.required ?? [])];
  for (const { name, in: place, schema: shape, description, required: isNeeded } of operation.parameters) {
    if (place === "header") continue;
    properties[name] = { ...resolved(document, shape), ...(description && { description }) };
    places[name] = place;
    if (isNeeded) required.push(name);
  }
  const content = operation.requestBody?.content["application/json"].schema;
  if (content) {
    const body = objectShape.parse(resolved(document, content));
    for (const [name, shape] of Object.entries(body.properties)) {
      properties[name] = shape;
      places[name] = "body";
    }
    required.push(...body.required);
  }
  return {
    name: tool.name,
    title: operation.summary,
    description: tool.description ?? `${operation.summary}. ${operation.description}`,
    inputSchema: { type: "object", properties, required },
    annotations: { readOnlyHint: tool.method === "get", openWorldHint: false },
    places,
  };
}

/** A schema without references: a tool's stands alone. */
function resolved(document: ApiDocument, value: z.infer<typeof schema>): z.infer<typeof schema> {
  const { $ref, ...rest } = value;
  const name = typeof $ref === "string" ? $ref.replace("#/components/schemas/", "") : null;
  const target = name === null ? {} : schema.parse(document.components?.schemas?.[name]);
  const whole = name === null ? rest : { ...resolved(document, target), ...rest };
  return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, resolvedPart(document, part)]));
}

function resolvedPart(document: ApiDocument, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => resolvedPart(document, one));
  const asSchema = schema.safeParse(part);
  return asSchema.success ? resolved(document, asSchema.data) : part;
}
