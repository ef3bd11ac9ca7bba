import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { failure, refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { type AskApi, callTool } from "@/server/rest/routes/v1/mcp/call-tool";
import { type ApiDocument, describeTool } from "@/server/rest/routes/v1/mcp/describe-tool";
import { TOOLS } from "@/server/rest/routes/v1/mcp/tools";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";

const instructions =
  "A company's customer messages from Telegram and other channels: read and search them, see who the clients are and what they want, and propose messages. A proposed message is sent once a person approves it.";

const rpc = z.looseObject({ jsonrpc: z.literal("2.0") });
const post = createRoute({
  method: "post",
  path: "/",
  operationId: "callMcp",
  tags: ["Agents"],
  summary: "Model Context Protocol",
  description:
    "The requests of this API as tools, by the key's scopes: streamable HTTP without sessions, answers are JSON. Tools read and propose; people approve.",
  security,
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: rpc.openapi("McpRequest", {
            example: { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} },
          }),
        },
      },
    },
  },
  responses: answers(
    "The answer to the call.",
    rpc.openapi("McpResponse", { example: { jsonrpc: "2.0", id: 1, result: { tools: [] } } }),
  ),
});

/** The API for agents: each tool is a request to `ask`, described as `documentOf` tells it. */
export function mcpRoutes(ask: AskApi, documentOf: () => ApiDocument): OpenAPIHono<ApiEnv> {
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
  routes.use(apiKeyGate);
  routes.openAPIRegistry.registerPath(post);
  routes.post("/", async (c) => {
    const server = makeServer(ask, documentOf(), c.req.raw.headers);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    const answer = await transport.handleRequest(c.req.raw);
    const text = await answer.text();
    await server.close();
    // By c.body, which keeps the headers that stand on the answer already.
    c.header("Content-Type", answer.headers.get("content-type") ?? "application/json");
    // A notice is accepted without a word.
    return text === "" ? c.body(null, 202) : c.body(text, answer.status as ContentfulStatusCode);
  });
  // Without sessions there is no stream to open and nothing to end; clients take this for an answer.
  routes.on(["GET", "DELETE"], "/", (c) => {
    c.header("Allow", "POST");
    return failure(c, 405, "method_not_allowed", "Send the calls by POST.");
  });
  return routes;
}

function makeServer(ask: AskApi, document: ApiDocument, from: Headers): Server {
  const server = new Server(
    { name: "assistchat", version: "1" },
    { capabilities: { tools: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map((source) => {
      const { places: _, ...tool } = describeTool(document, source);
      return tool;
    }),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const source = TOOLS.find(({ name }) => name === params.name);
    if (!source)
      return { content: [{ type: "text", text: `There is no tool ${params.name}.` }], isError: true };
    const tool = describeTool(document, source);
    return callTool(ask, { source, tool, from }, params.arguments ?? {});
  });
  return server;
}
