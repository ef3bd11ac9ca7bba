import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { startWebServer, type WebServer } from "./start-web-server";

let server: WebServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

it("overwrites what the client says about itself", async () => {
  server = await startWebServer({
    port: 0,
    isTrusted: () => false,
    handle: (asked, response) => response.end(JSON.stringify(asked.headers)),
  });
  const headers = { "x-client-address": "6.6.6.6", "x-peer-loopback": "0" };
  const local = await (await fetch(`http://127.0.0.1:${server.port}/`, { headers })).json();
  expect(local).toMatchObject({ "x-client-address": "127.0.0.1", "x-peer-loopback": "1" });
  const proxied = { "x-peer-loopback": "1", "x-forwarded-for": "6.6.6.6" };
  const remote = await (await fetch(`http://127.0.0.1:${server.port}/`, { headers: proxied })).json();
  expect(remote).toMatchObject({ "x-client-address": "127.0.0.1", "x-peer-loopback": "0" });
});

it("has browsers come by https alone where that is the site's address", async () => {
  const hsts = async (secure: boolean) => {
    server = await startWebServer({ port: 0, isTrusted: () => false, secure, handle: (_, to) => to.end() });
    const answer = await fetch(`http://127.0.0.1:${server.port}/`);
    await server.close();
    return answer.headers.get("strict-transport-security");
  };
  expect(await hsts(true)).toBe("max-age=31536000");
  expect(await hsts(false)).toBeNull();
});

it("marks event streams so that compression leaves them alone", async () => {
  server = await startWebServer({
    port: 0,
    isTrusted: () => false,
    handle: (_, response) => {
      response.setHeader("content-type", "text/event-stream; charset=utf-8");
      response.setHeader("cache-control", "no-store");
      response.end("data: 1\n\n");
    },
  });
  const answer = await fetch(`http://127.0.0.1:${server.port}/`);
  expect(answer.headers.get("cache-control")).toBe("no-cache, no-transform");
});

it("ends event streams and finishes other requests when it closes", async () => {
  let finish = () => {};
  server = await startWebServer({
    port: 0,
    isTrusted: () => false,
    handle: (asked, response) => {
      if (asked.url === "/slow") finish = () => response.end("done");
      else {
        response.setHeader("content-type", "text/event-stream");
        response.write("data: 1\n\n");
      }
    },
  });
  const address = `http://127.0.0.1:${server.port}`;
  const streamed = await fetch(`${address}/events`);
  const slow = fetch(`${address}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closing = server.close();
  expect(await streamed.text()).toMatch(/^retry: \d+\n\ndata: 1\n\n$/);
  finish();
  expect(await (await slow).text()).toBe("done");
  await closing;
  server = null;
});

it("serves on for a while behind a proxy, so that the proxy can turn to another", async () => {
  server = await startWebServer({
    port: 0,
    isTrusted: () => false,
    handle: (_, response) => response.end("ok"),
  });
  const address = `http://127.0.0.1:${server.port}/`;
  await fetch(address, { headers: { "x-forwarded-for": "10.0.0.1" } });
  const began = Date.now();
  const closing = server.close();
  const answer = await fetch(address);
  expect(answer.headers.get("connection")).toBe("close");
  expect(await answer.text()).toBe("ok");
  await closing;
  expect(Date.now() - began).toBeGreaterThan(2_400);
  await expect(fetch(address)).rejects.toThrow();
  server = null;
});

it("closes within five seconds whatever a request does", { timeout: 7_000 }, async () => {
  server = await startWebServer({ port: 0, isTrusted: () => false, handle: () => {} });
  const hanging = new Promise((resolve) => {
    request(`http://127.0.0.1:${server?.port}/`).on("error", resolve).end();
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const began = Date.now();
  await server.close();
  expect(Date.now() - began).toBeLessThan(5_000);
  await hanging;
  server = null;
});
