import { z } from "zod";
import type { DescribedTool } from "@/server/rest/routes/v1/mcp/describe-tool";
import type { ToolSource } from "@/server/rest/routes/v1/mcp/tools";

/** How the API is asked within this process. */
export type AskApi = (request: Request) => Response | Promise<Response>;

/** What proves the caller, and from where they call. */
const passedOn = ["x-api-key", "authorization", "user-agent", "x-client-address"];
const refusal = z.object({ error: z.object({ message: z.string() }) });
const told = z.record(z.string(), z.unknown());

type ToolAnswer = {
  content: { type: "text"; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
};

/** Carries a tool's call out as the request it stands for, by the caller's own key. */
export async function callTool(
  ask: AskApi,
  { source, tool, from }: { source: ToolSource; tool: DescribedTool; from: Headers },
  input: Record<string, unknown>,
): Promise<ToolAnswer> {
  const missing = tool.inputSchema.required.filter((name) => input[name] === undefined);
  if (missing.length > 0) return failed(`Missing: ${missing.join(", ")}.`);
  let path = source.path;
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const place = tool.places[name];
    if (!place) return failed(`This tool takes no ${name}.`);
    if (value === null || value === undefined) continue;
    // In an address it would name the folder, or the one above it.
    if (place === "path" && /^\.{1,2}$/.test(String(value)))
      return failed(`${name}: there is no such thing.`);
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (place === "query") query.set(name, String(value));
    else body[name] = value;
  }
  const headers = new Headers({ "content-type": "application/json" });
  for (const name of passedOn) {
    const value = from.get(name);
    if (value) headers.set(name, value);
  }
  const response = await ask(
    new Request(`http://api/api/v1${path}?${query}`, {
      method: source.method.toUpperCase(),
      headers,
      ...(source.method !== "get" && { body: JSON.stringify(body) }),
    }),
  );
  const answer: unknown = await response.json();
  if (!response.ok)
    return failed(refusal.safeParse(answer).data?.error.message ?? `Refused with ${response.status}.`);
  // A tool's answer is an object, a list of the API one field of it.
  const structuredContent = told.parse(Array.isArray(answer) ? { items: answer } : answer);
  return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent };
}

function failed(text: string): ToolAnswer {
  return { content: [{ type: "text", text }], isError: true };
}
