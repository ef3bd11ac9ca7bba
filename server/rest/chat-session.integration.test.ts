import { sign } from "@tma.js/init-data-node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { clock } from "@/server/lib/clock";
import { seal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

const maria = { id: 8200000001, first_name: "Мария", last_name: "Соколова", language_code: "ru" };
const james = { id: 8200000002, first_name: "James", language_code: "en" };
const tokens = {
  ours: "7000000001:ours-ours-ours-ours-ours-ours-ours1",
  theirs: "7000000002:theirs-theirs-theirs-theirs-theirs-1",
};

let ours: { id: number; workspaceId: number };
let theirs: { id: number; workspaceId: number };

async function connectBot(name: string, token: string): Promise<{ id: number; workspaceId: number }> {
  const workspace = await db.workspace.create({ data: { name } });
  const resource = await db.resource.create({
    data: {
      workspaceId: workspace.id,
      provider: "telegram",
      name,
      state: "active",
      credentials: "",
      accountKey: name,
    },
  });
  return db.resource.update({
    where: { id: resource.id },
    data: { credentials: seal(JSON.stringify({ token }), `${workspace.id}:${resource.id}`) },
  });
}

beforeAll(async () => {
  ours = await connectBot("Ours", tokens.ours);
  theirs = await connectBot("Theirs", tokens.theirs);
});

function initData(user: object = maria, token = tokens.ours, at = clock.now()): string {
  return sign({ user, query_id: "AAH" } as Parameters<typeof sign>[0], token, at);
}

function post(path: string, body: unknown, token?: string): Promise<Response> {
  return Promise.resolve(
    rest.request(`/api/chat/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

async function refusal(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer;
  const { error } = z
    .object({ error: z.object({ code: z.string(), message: z.string().min(10) }) })
    .parse(await response.json());
  return `${response.status} ${error.code}`;
}

async function session(user: object = maria, resource = ours, token = tokens.ours): Promise<string> {
  const answer = await post("session", { initData: initData(user, token), resourceId: resource.id });
  expect(answer.status).toBe(200);
  return z.object({ token: z.string() }).parse(await answer.json()).token;
}

function messages(token: string, after = 0): Promise<Response> {
  return Promise.resolve(
    rest.request(`/api/chat/messages?after=${after}`, { headers: { authorization: `Bearer ${token}` } }),
  );
}

describe("opening a session", () => {
  test("remembers the person and their private chat", async () => {
    const answer = await post("session", { initData: initData(), resourceId: ours.id });
    expect(answer.status).toBe(200);
    const body = z
      .object({ token: z.string(), expiresAt: z.iso.datetime(), conversationId: z.number().nullable() })
      .parse(await answer.json());
    expect(body.conversationId).toBeNull();
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    const contact = await db.contact.findFirstOrThrow({
      where: { externalId: String(maria.id) },
      include: { chats: true },
    });
    expect(contact).toMatchObject({ workspaceId: ours.workspaceId, firstName: "Мария", languageCode: "ru" });
    expect(contact.chats).toMatchObject([
      { resourceId: ours.id, externalId: String(maria.id), type: "private" },
    ]);
  });

  test("at once from several windows makes one person", async () => {
    const user = { id: 8200000077, first_name: "Many" };
    await Promise.all(Array.from({ length: 6 }, () => session(user)));
    expect(await db.contact.count({ where: { externalId: String(user.id) } })).toBe(1);
  });

  test("is refused with a reason", async () => {
    const open = (data: string, resourceId: number | undefined = ours.id) =>
      refusal(post("session", { initData: data, resourceId }));
    const dayAgo = new Date(clock.now().getTime() - 24 * 3_600_000 - 2000);
    expect(await open(initData().replace("8200000001", "8200000002"))).toBe("401 init_data_invalid");
    expect(await open(initData(maria, tokens.ours, dayAgo))).toBe("401 init_data_expired");
    expect(await open(initData(maria, tokens.theirs))).toBe("401 init_data_invalid");
    expect(await open(initData(), theirs.id)).toBe("401 init_data_invalid");
    expect(await open(initData({ ...maria, is_bot: true }))).toBe("401 init_data_invalid");
    expect(await open("")).toBe("401 init_data_invalid");
    expect(await open(initData(), 999_999)).toBe("403 resource_unknown");
    expect(await refusal(post("session", { initData: initData() }))).toBe("403 resource_required");
    expect(await refusal(post("session", "{"))).toBe("400 bad_json");
    expect(await refusal(post("session", {}))).toBe("400 bad_input");
    expect(await refusal(post("session", { initData: "x".repeat(70_000) }))).toBe("413 too_large");
  });

  test("needs no id while there is one active bot, and a paused one takes nobody", async () => {
    await db.resource.update({ where: { id: theirs.id }, data: { state: "paused" } });
    expect((await post("session", { initData: initData() })).status).toBe(200);
    const paused = post("session", { initData: initData(maria, tokens.theirs), resourceId: theirs.id });
    expect(await refusal(paused)).toBe("403 resource_paused");
    await db.resource.update({ where: { id: theirs.id }, data: { state: "active" } });
  });
});

describe("talking", () => {
  test("the same clientId twice is one message, and tRPC shows it too", async () => {
    const token = await session();
    const sent = { clientId: "c-1", text: "  Сколько стоит неделя?  " };
    const answers = await Promise.all([post("messages", sent, token), post("messages", sent, token)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const list = z
      .object({
        conversationId: z.number(),
        messages: z.array(z.object({ text: z.string(), author: z.string() })),
      })
      .parse(await (await messages(token)).json());
    expect(list.messages.filter(({ author }) => author === "customer")).toEqual([
      { text: "Сколько стоит неделя?", author: "customer" },
    ]);
    const caller = createCaller(createContext(new Headers({ authorization: `Bearer ${token}` })));
    const chat = await caller.chat.open();
    expect(chat.conversation?.id).toBe(list.conversationId);
    expect(chat.companyName).toBe("Ours");
    const again = await post("session", { initData: initData(), resourceId: ours.id });
    expect(await again.json()).toMatchObject({ conversationId: list.conversationId });
  });

  test("an operator can be called", async () => {
    const answer = await post("operator", {}, await session());
    expect(await answer.json()).toMatchObject({ conversation: { state: "waiting" } });
  });

  test("wrong input is refused in words", async () => {
    const token = await session();
    expect(await refusal(post("messages", { clientId: "x", text: "   " }, token))).toBe("400 bad_input");
    expect(await refusal(post("messages", { text: "no id" }, token))).toBe("400 bad_input");
    expect(await refusal(messages(token, -1))).toBe("400 bad_input");
    expect(await refusal(post("messages", { clientId: "a\u0000b", text: "NUL" }, token))).toBe(
      "400 bad_input",
    );
    const { chat } = createCaller(createContext(new Headers({ authorization: `Bearer ${token}` })));
    const bad = { code: "BAD_REQUEST" };
    await expect(chat.history({ beforeId: 2 ** 31 })).rejects.toMatchObject(bad);
    await expect(chat.markRead({ conversationId: 2 ** 31, seq: 1 })).rejects.toMatchObject(bad);
    await expect(chat.rate({ conversationId: 2 ** 31, rating: 5 })).rejects.toMatchObject(bad);
  });

  test("customers never see each other, here or in another workspace", async () => {
    await post("messages", { clientId: "secret", text: "мой секрет" }, await session());
    for (const token of [await session(james), await session(maria, theirs, tokens.theirs)]) {
      expect(await (await messages(token)).json()).toMatchObject({ messages: [] });
      const caller = createCaller(createContext(new Headers({ authorization: `Bearer ${token}` })));
      expect((await caller.chat.history({})).messages).toEqual([]);
    }
  });

  test("too many messages are slowed down", async () => {
    const token = await session({ id: 8200000099, first_name: "Flood" });
    const statuses = [];
    for (let index = 0; index < 32; index += 1) {
      const answer = await post("messages", { clientId: `f-${index}`, text: "again" }, token);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(30)).toEqual([429, 429]);
    // Through the page's door too.
    const caller = createCaller(createContext(new Headers({ authorization: `Bearer ${token}` })));
    await expect(caller.chat.send({ clientId: "f-99", text: "again" })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
  });
});

describe("a token", () => {
  test("is asked for everywhere", async () => {
    expect(await refusal(rest.request("/api/chat/messages"))).toBe("401 token_missing");
    expect(await refusal(post("messages", { clientId: "a", text: "b" }))).toBe("401 token_missing");
    expect(await refusal(post("operator", {}, "made.up"))).toBe("401 token_invalid");
    await expect(createCaller(createContext(new Headers())).chat.open()).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  test("ends after 12 hours, or with its person", async () => {
    const token = await session({ id: 8200000055, first_name: "Gone" });
    const later = vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 12 * 3_600_000));
    expect(await refusal(messages(token))).toBe("401 token_expired");
    later.mockRestore();
    expect((await messages(token)).status).toBe(200);
    await db.contact.deleteMany({ where: { externalId: "8200000055" } });
    expect(await refusal(messages(token))).toBe("401 token_invalid");
  });
});

test("what is not there is said in the same shape", async () => {
  expect(await refusal(rest.request("/api/chat/nothing"))).toBe("404 not_found");
});
