import { randomBytes, randomInt } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { recordCall } from "../world/calls";
import { emit, type World } from "../world/world";
import { type ZoomAccount, type ZoomMeeting, zoomAccounts } from "./zoom-state";

const tokenMs = 3_600_000;

const meetingSchema = z.looseObject({
  topic: z.string().max(200).default("Zoom Meeting"),
  type: z.literal(2),
  start_time: z.iso.datetime(),
  duration: z.number().int().positive(),
  timezone: z.string().default("UTC"),
});

type Status = 400 | 401 | 404 | 429 | 500;
type Refusal = { status: Status; code: number; message: string; errors?: object[] };
const tokenInvalid: Refusal = { status: 401, code: 124, message: "Invalid access token." };

function refuse(c: Context, { status, ...body }: Refusal): Response {
  return c.json(body, status);
}

/** A refusal that a test or a person at the simulator's page asked for. */
function plannedFault(c: Context, world: World, method: string): Response | null {
  const fault = world.faults.find((one) => one.method === method && one.times > 0);
  if (!fault?.errorCode) return null;
  fault.times -= 1;
  if (fault.retryAfter !== undefined) c.header("Retry-After", String(fault.retryAfter));
  const status = fault.errorCode as Status;
  const message =
    fault.description ?? "You have reached the maximum per-second rate limit for this API. Try again later.";
  return refuse(c, { status, code: fault.errorCode, message });
}

/** The account of a request's token; its refusal when there is none or the token lacks every one of `scopes`. */
function accountOf(c: Context, world: World, scopes: string[]): ZoomAccount | Refusal {
  const token = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
  const account = [...zoomAccounts(world).values()].find((one) => (one.tokens.get(token) ?? 0) > Date.now());
  if (!account) return tokenInvalid;
  if (scopes.some((scope) => account.scope.split(" ").includes(scope))) return account;
  return {
    status: 400,
    code: 4711,
    message: `Invalid access token, does not contain scopes:[${scopes.join(", ")}].`,
  };
}

/** Zoom's 100 meetings a user a day: https://developers.zoom.us/docs/api/rate-limits/. */
function overDailyLimit(c: Context, account: ZoomAccount): Refusal | null {
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  if (account.madeToday.day !== day) account.madeToday = { day, count: 0 };
  if (account.madeToday.count < account.dailyLimit) {
    account.madeToday.count += 1;
    return null;
  }
  c.header("Retry-After", `${new Date(now.setUTCHours(24, 0, 0, 0)).toISOString().slice(0, 19)}Z`);
  c.header("X-RateLimit-Type", "Daily-limit");
  const message = `You have exceeded the daily rate limit of "${account.dailyLimit}" for meeting "create"/"update" API requests permitted for the user "me".`;
  return { status: 429, code: 429, message };
}

function makeMeeting(
  account: ZoomAccount,
  wanted: z.infer<typeof meetingSchema>,
  origin: string,
): ZoomMeeting {
  const id = randomInt(80_000_000_000, 89_999_999_999);
  const meeting = {
    id,
    topic: wanted.topic,
    start_time: wanted.start_time,
    duration: wanted.duration,
    timezone: wanted.timezone,
    created_at: `${new Date().toISOString().slice(0, 19)}Z`,
    join_url: `${origin}/zoom/j/${id}?pwd=${randomBytes(8).toString("hex")}`,
  };
  account.meetings.set(id, meeting);
  return meeting;
}

function page(c: Context, account: ZoomAccount): Response {
  const size = Math.min(Number(c.req.query("page_size") ?? 30), 300);
  const from = Number(c.req.query("next_page_token") ?? 0);
  const now = Date.now();
  const upcoming = [...account.meetings.values()].filter(
    (one) => Date.parse(one.start_time) + one.duration * 60_000 > now,
  );
  const next = from + size < upcoming.length ? String(from + size) : "";
  const meetings = upcoming.slice(from, from + size).map((one) => ({ ...one, type: 2 }));
  return c.json({ page_size: size, total_records: upcoming.length, next_page_token: next, meetings });
}

/** Zoom with server-to-server OAuth, below `/zoom`: tokens, the app's owner and their meetings. */
export function zoomApp(world: World): Hono {
  const app = new Hono();
  const note = (method: string, parameters: unknown, status: number) =>
    recordCall(world, { at: Date.now(), bot: null, method, parameters, ok: status < 400, errorCode: status });
  app.use("/v2/*", async (c, next) => {
    await next();
    note(`zoom ${c.req.method} ${c.req.path.replace(/^\/zoom/, "")}`, null, c.res.status);
  });

  app.post("/oauth/token", (c) => {
    const fault = plannedFault(c, world, "zoom/token");
    if (fault) return fault;
    const { grant_type, account_id } = c.req.query();
    const basic = Buffer.from((c.req.header("authorization") ?? "").replace(/^Basic /, ""), "base64");
    const [clientId, clientSecret] = basic.toString().split(":");
    const account = [...zoomAccounts(world).values()].find((one) => one.clientId === clientId);
    note("zoom token", { grant_type, account_id }, account ? 200 : 400);
    if (grant_type !== "account_credentials")
      return c.json({ reason: "unsupported grant type", error: "unsupported_grant_type" }, 400);
    if (!account || account.clientSecret !== clientSecret)
      return c.json({ reason: "Invalid client_id or client_secret", error: "invalid_client" }, 400);
    if (account.accountId !== account_id)
      return c.json({ reason: "Bad Request", error: "invalid_request" }, 400);
    const token = randomBytes(32).toString("base64url");
    account.tokens.set(token, Date.now() + tokenMs);
    return c.json({
      access_token: token,
      token_type: "bearer",
      expires_in: tokenMs / 1000,
      scope: account.scope,
      api_url: new URL(c.req.url).origin,
    });
  });

  app.get("/v2/users/me", (c) => {
    const fault = plannedFault(c, world, "zoom/users");
    if (fault) return fault;
    const account = accountOf(c, world, ["user:read:user:admin", "user:read:admin"]);
    if ("status" in account) return refuse(c, account);
    const [first_name = "", last_name = ""] = account.name.split(" ");
    const email = `${first_name.toLowerCase()}@example.com`;
    return c.json({
      id: account.clientId,
      account_id: account.accountId,
      first_name,
      last_name,
      email,
      type: 2,
    });
  });

  app.get("/v2/users/me/meetings", (c) => {
    const fault = plannedFault(c, world, "zoom/meetings");
    if (fault) return fault;
    const account = accountOf(c, world, ["meeting:read:list_meetings:admin", "meeting:read:admin"]);
    return "status" in account ? refuse(c, account) : page(c, account);
  });

  app.post("/v2/users/me/meetings", async (c) => {
    const fault = plannedFault(c, world, "zoom/meetings");
    if (fault) return fault;
    const account = accountOf(c, world, ["meeting:write:meeting:admin", "meeting:write:admin"]);
    if ("status" in account) return refuse(c, account);
    const wanted = meetingSchema.safeParse(await c.req.json().catch(() => null));
    if (!wanted.success) {
      const errors = wanted.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
      return refuse(c, { status: 400, code: 300, message: "Validation Failed.", errors });
    }
    const over = overDailyLimit(c, account);
    if (over) return refuse(c, over);
    const meeting = makeMeeting(account, wanted.data, new URL(c.req.url).origin);
    emit(world, { type: "world", what: "zoom" });
    return c.json({ ...meeting, type: 2, status: "waiting", host_id: account.clientId }, 201);
  });

  app.delete("/v2/meetings/:id", (c) => {
    const account = accountOf(c, world, ["meeting:delete:meeting:admin", "meeting:write:admin"]);
    if ("status" in account) return refuse(c, account);
    const id = Number(c.req.param("id"));
    if (!account.meetings.delete(id))
      return refuse(c, { status: 404, code: 3001, message: `Meeting does not exist: ${id}.` });
    emit(world, { type: "world", what: "zoom" });
    return c.body(null, 204);
  });

  app.get("/j/:id", (c) => {
    const id = Number(c.req.param("id"));
    const found = [...zoomAccounts(world).values()].some(({ meetings }) => meetings.has(id));
    const text = found ? "The simulated meeting is on." : "This meeting is over, or there is none.";
    return c.text(text, found ? 200 : 404);
  });
  return app;
}
