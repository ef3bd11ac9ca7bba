import { badRequest } from "./refusal";

export interface SentParameters {
  parameters: Record<string, unknown>;
  files: Map<string, File>;
  /** Whether numbers and booleans arrived as text (query, form). */
  stringly: boolean;
}

/** The parameters of a Bot API request, from its query and its JSON or form body. */
export async function readParameters(request: Request): Promise<SentParameters> {
  const at = request.url.indexOf("?");
  const query = at === -1 ? {} : Object.fromEntries(new URLSearchParams(request.url.slice(at + 1)));
  const files = new Map<string, File>();
  const type = request.headers.get("content-type") ?? "";
  if (request.method === "POST" && type.includes("application/json")) {
    const text = await request.text();
    let body: unknown = {};
    try {
      body = text === "" ? {} : JSON.parse(text);
    } catch {
      throw badRequest("can't parse request as JSON");
    }
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
      throw badRequest("object expected as request body");
    }
    return { parameters: { ...query, ...body }, files, stringly: at !== -1 };
  }
  const parameters: Record<string, unknown> = { ...query };
  if (request.method === "POST" && /multipart\/form-data|x-www-form-urlencoded/.test(type)) {
    for (const [name, value] of await request.formData()) {
      parameters[name] = value;
      if (value instanceof File) files.set(name, value);
    }
  }
  return { parameters, files, stringly: true };
}
