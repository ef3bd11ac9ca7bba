import sharp from "sharp";
import { expect, it } from "vitest";
import { readBack } from "@/server/domain/qr/read-back";
import { rest } from "@/server/rest/app";

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  rest.request(path, { method: "POST", body, headers: { "x-client-address": "203.0.113.5", ...headers } });
const json = (path: string, body: object, address = "203.0.113.5") =>
  post(path, JSON.stringify(body), { "content-type": "application/json", "x-client-address": address });
const code = async (response: Response) => (await response.json()).error.code;

const logo = () =>
  sharp({ create: { width: 80, height: 80, channels: 3, background: "#c02040" } })
    .png()
    .toBuffer();

it("takes JSON and a form, and both read", async () => {
  const picture = await logo();
  const asJson = await json("/api/qr", { text: "привет", logo: picture.toString("base64"), size: 512 });
  expect(asJson.headers.get("content-type")).toBe("image/png");
  expect(asJson.headers.get("x-qr-level")).toBe("H");
  await readBack(Buffer.from(await asJson.arrayBuffer()), "привет");
  const form = new FormData();
  form.set("text", "form");
  form.set("colors", "#123456,#ffffff");
  form.set("margin", "2");
  form.set("logo", new File([new Uint8Array(picture)], "logo.png", { type: "image/png" }));
  const asForm = await post("/api/qr", form);
  await readBack(Buffer.from(await asForm.arrayBuffer()), "form");
});

it("answers at the older addresses", async () => {
  expect((await json("/api/qr/build", { text: "x", format: "pdf" })).headers.get("content-type")).toBe(
    "application/pdf",
  );
  expect((await json("/api/qr/preview", { text: "x" })).headers.get("content-type")).toBe("image/svg+xml");
});

it("says what is wrong", async () => {
  expect(await code(await json("/api/qr", { text: "" }))).toBe("bad_input");
  expect(await code(await json("/api/qr", { text: "x", size: "huge" }))).toBe("bad_input");
  expect(await code(await json("/api/qr", { text: "x", logo: "***" }))).toBe("qr_logo_unreadable");
  expect(await code(await json("/api/qr", { text: "x", colors: "{" }))).toBe("bad_json");
  expect(await code(await post("/api/qr", "[", { "content-type": "application/json" }))).toBe("bad_json");
  expect(await code(await post("/api/qr", "x", { "content-type": "text/plain" }))).toBe("bad_content_type");
  const large = await json("/api/qr", { text: "x", logo: "A".repeat(3 * 1024 * 1024) });
  expect([large.status, await code(large)]).toEqual([413, "qr_logo_too_large"]);
});

it("is limited by address", async () => {
  let refused: Response | undefined;
  for (let i = 0; i < 260 && !refused; i++) {
    const response = await json("/api/qr", { text: "" }, "203.0.113.99");
    if (response.status === 429) refused = response;
  }
  expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await json("/api/qr", { text: "x", format: "svg" }, "203.0.113.98")).status).toBe(200);
});
