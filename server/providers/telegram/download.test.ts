import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";
import { download } from "./download";

let scene: Scene;
let bot: SceneBot;
let ana: ScenePerson;

beforeAll(async () => {
  scene = await startScene();
  bot = await scene.addBot();
  ana = await scene.addPerson("en", "Ana");
});
afterAll(() => scene.close());

const fetched = (fileId: string, token = bot.token) =>
  download({ token }, { apiRoot: scene.simulator.url }, fileId, AbortSignal.timeout(5000));
const fault = (rest: object) => scene.post("/faults", { bot: bot.id, method: "getFile", times: 1, ...rest });
async function sentFile(): Promise<string> {
  const sent = await scene.post<{ document: { file_id: string } }>("/messages", {
    from: ana.id,
    bot: bot.id,
    document: { base64: Buffer.from("the offer").toString("base64"), name: "офер €.txt", mime: "text/plain" },
  });
  return sent.document.file_id;
}

it("streams a file with its size", async () => {
  const file = await fetched(await sentFile());
  if (!file.ok) throw new Error(file.detail);
  expect(file.sizeBytes).toBe(9);
  expect(String(await buffer(file.stream))).toBe("the offer");
});

it("tells too large, gone and later apart", async () => {
  const fileId = await sentFile();
  await fault({ errorCode: 400, description: "Bad Request: file is too big" });
  expect(await fetched(fileId)).toMatchObject({ ok: false, kind: "too_large" });
  expect(await fetched("AgAC-unknown")).toMatchObject({ ok: false, kind: "gone" });
  await fault({ errorCode: 429, description: "Too Many Requests: retry after 7", retryAfter: 7 });
  expect(await fetched(fileId)).toMatchObject({ ok: false, kind: "retry", afterMs: 7000 });
  await fault({
    errorCode: 400,
    description: "Bad Request: wrong file_id or the file is temporarily unavailable",
  });
  expect(await fetched(fileId)).toMatchObject({ ok: false, kind: "retry" });
  await fault({ dropConnection: true });
  expect(await fetched(fileId)).toMatchObject({ ok: false, kind: "retry" });
});

it("never tells the token, whatever breaks", async () => {
  const token = "7000000009:AAgoneAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const refused = await fetched("x", token);
  expect(refused).toMatchObject({ ok: false, kind: "retry" });
  expect(JSON.stringify(refused)).not.toContain(token);
  const nowhere = await download(
    { token },
    { apiRoot: "http://127.0.0.1:9" },
    "x",
    AbortSignal.timeout(5000),
  );
  expect(nowhere).toMatchObject({ ok: false, kind: "retry" });
  expect(JSON.stringify(nowhere)).not.toContain(token);
});
