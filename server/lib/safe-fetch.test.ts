import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "@/server/lib/is-public-address";
import { RefusedUrl, type SafeFetchOptions, safeFetch } from "@/server/lib/safe-fetch";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const v4 = (address: string) => ({ address, family: 4 });
const to =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
const refusal = (url: string, options: SafeFetchOptions = {}) =>
  safeFetch(url, {}, { allowed: [], ...options }).then(
    () => "answered",
    (error) => (error instanceof RefusedUrl ? error.reason : error),
  );

describe("isPublicAddress", () => {
  it.each([
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::",
    "::1",
    "::10.0.0.1",
    "::7f00:1",
    "::808:808",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "::ffff:0:10.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::8.8.8.8",
    "2002:a00:1::",
    "2002:7f00:1::1",
    "2001::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2a00:1450::5efe:10.0.0.1",
    "no address",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["8.8.8.8", "1.1.1.1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2606:4700::1111"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("safeFetch", () => {
  it.each([
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://①②⑦.0.0.1/",
    "http://0/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://localhost/",
    "http://localhost./",
    "https://169.254.169.254/latest/meta-data/",
  ])("does not ask %s", async (url) => {
    expect(await refusal(url)).toBe("private_address");
  });

  it.each([
    ["http://169.254.169.254.nip.io/", to("169.254.169.254")],
    ["http://a9fea9fe.nip.io/", to("169.254.169.254")],
    ["http://mixed.example/", to("8.8.8.8", "10.0.0.1")],
    ["http://mixed.example/", to("2606:4700::1111", "::ffff:192.168.0.1")],
    ["http://six.example/", to("fd00::1")],
  ])("does not ask %s, whose name stands for a private address", async (url, resolve) => {
    expect(await refusal(url, { resolve })).toBe("private_address");
  });

  it("refuses what is no plain web address", async () => {
    expect(await refusal("nonsense")).toBe("bad_url");
    expect(await refusal("file:///etc/passwd")).toBe("bad_url");
    expect(await refusal("gopher://example.com/")).toBe("bad_url");
    expect(await refusal("http://user:secret@example.com/")).toBe("credentials");
    expect(await refusal("http://nowhere.example/", { resolve: to() })).toBe("unresolvable");
    expect(await refusal("http://nowhere.example/", { resolve: () => Promise.reject(new Error("no")) })).toBe(
      "unresolvable",
    );
  });

  it("asks the address that was checked, whatever the name means a moment later", async () => {
    const port = await serve((request, response) => response.end(`reached by ${request.headers.host}`));
    let looks = 0;
    const resolve = async () => {
      looks += 1;
      return [v4(looks === 1 ? "127.0.0.1" : "10.255.255.1")];
    };
    const url = `http://rebinding.example:${port}/`;
    const response = await safeFetch(url, {}, { resolve, allowed: ["127.0.0.0/8"] });
    expect(await response.text()).toBe(`reached by rebinding.example:${port}`);
    expect(looks).toBe(1);
    // And the other way round: public at the check is what the connection would go to.
    expect(await refusal(url, { resolve, allowed: ["127.0.0.0/8"] })).toBe("private_address");
  });

  it("lets through what the operator allows: names, addresses, ranges, and no others", async () => {
    const port = await serve((_, response) => response.end("ok"));
    const url = `http://ollama.local:${port}/`;
    const resolve = to("127.0.0.1");
    for (const entry of ["ollama.local", "OLLAMA.local.", "127.0.0.1", "127.0.0.0/8", "::ffff:127.0.0.1"])
      expect(await refusal(url, { resolve, allowed: [entry] })).toBe("answered");
    for (const entry of ["local", "other.local", "127.0.0.2", "10.0.0.0/8", "::/0", "nonsense/8"])
      expect(await refusal(url, { resolve, allowed: [entry] })).toBe("private_address");
  });

  it("lets our own stand-in through by the beginning of its address only", async () => {
    const port = await serve((_, response) => response.end("ok"));
    const ownUrls = [`http://127.0.0.1:${port}/v1/`];
    expect(await refusal(`http://127.0.0.1:${port}/v1/models`, { ownUrls })).toBe("answered");
    expect(await refusal(`http://127.0.0.1:${port}/control`, { ownUrls })).toBe("private_address");
    expect(await refusal(`http://127.0.0.1:${port}/v1/../control`, { ownUrls })).toBe("private_address");
    expect(await refusal(`http://localhost:${port}/v1/models`, { ownUrls })).toBe("private_address");
  });

  it("follows no redirect", async () => {
    const port = await serve((_, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    );
    const response = await safeFetch(`http://127.0.0.1:${port}/`, {}, { allowed: ["127.0.0.1"] });
    expect([response.status, response.headers.get("location")]).toEqual([302, "http://169.254.169.254/"]);
  });

  it("sends method, headers and body, and gives status and body back", async () => {
    const port = await serve(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      response.writeHead(201, { "x-kind": "test" });
      response.end(`${request.method} ${request.url} ${request.headers.authorization} ${text}`);
    });
    const response = await safeFetch(
      `http://127.0.0.1:${port}/a?b=c`,
      { method: "POST", headers: { authorization: "Bearer x" }, body: '{"д":1}' },
      { allowed: ["127.0.0.1"] },
    );
    expect([response.status, response.headers.get("x-kind")]).toEqual([201, "test"]);
    expect(await response.text()).toBe('POST /a?b=c Bearer x {"д":1}');
  });

  it("breaks off what is too large, packed, too slow or no longer wanted", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/packed") response.writeHead(200, { "content-encoding": "gzip" }).end("x");
      else if (request.url === "/huge") response.end("x".repeat(5000));
      else response.write("begins");
    });
    const allowed = ["127.0.0.1"];
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    expect(await refusal(at("/packed"), { allowed })).toBe("encoded");
    const huge = await safeFetch(at("/huge"), {}, { allowed, maxBytes: 1000 });
    await expect(huge.text()).rejects.toMatchObject({ reason: "too_large" });
    const slow = await safeFetch(at("/slow"), {}, { allowed, timeoutMs: 150 });
    await expect(slow.text()).rejects.toMatchObject({ name: "TimeoutError" });
    const stop = new AbortController();
    const wanted = await safeFetch(at("/slow"), { signal: stop.signal }, { allowed });
    stop.abort();
    await expect(wanted.text()).rejects.toMatchObject({ name: "AbortError" });
  });
});
