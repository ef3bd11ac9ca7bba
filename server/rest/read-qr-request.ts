import { AppError } from "@/server/lib/errors";

type QrRequest = { fields: Record<string, unknown>; logo: Buffer | null };

/**
 * Reads the fields and the logo of a QR request, multipart or JSON. `colors` may be an object or, in a form, its JSON or
 * `dark,light[,eyes]`. Throws `bad_input`.
 */
export async function readQrRequest(request: Request): Promise<QrRequest> {
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) return fromJson(await readJson(request));
  if (/multipart\/form-data|application\/x-www-form-urlencoded/.test(type)) return fromForm(request);
  throw new AppError("bad_input", "bad_content_type", "Send multipart/form-data or application/json.");
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new AppError("bad_input", "bad_json", "The body should be a JSON object.");
  return { ...body };
}

function fromJson({ logo, ...fields }: Record<string, unknown>): QrRequest {
  if (logo === undefined || logo === null || logo === "") return { fields: withColours(fields), logo: null };
  const base64 = typeof logo === "string" ? logo.replace(/^data:image\/[\w.+-]+;base64,/, "") : "";
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64))
    throw new AppError("bad_input", "qr_logo_unreadable", "The logo should be a picture in base64.");
  return { fields: withColours(fields), logo: Buffer.from(base64, "base64") };
}

async function fromForm(request: Request): Promise<QrRequest> {
  const form = await request.formData().catch(() => null);
  if (!form) throw new AppError("bad_input", "bad_form", "The form could not be read.");
  const fields: Record<string, unknown> = {};
  let logo: Buffer | null = null;
  for (const [name, value] of form) {
    if (typeof value === "string") {
      if (value !== "") fields[name] = value;
    } else if (name === "logo" && value.size > 0) logo = Buffer.from(await value.arrayBuffer());
  }
  return { fields: withColours(fields), logo };
}

function withColours(fields: Record<string, unknown>): Record<string, unknown> {
  const { colors } = fields;
  if (typeof colors !== "string") return fields;
  if (colors.trim().startsWith("{")) return { ...fields, colors: parsed(colors) };
  const [dark, light, eyes] = colors.split(",").map((colour) => colour.trim());
  return { ...fields, colors: { dark, light, eyes } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new AppError("bad_input", "bad_json", "colors: not valid JSON.");
  }
}
