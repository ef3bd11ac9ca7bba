import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readEnv } from "@/server/lib/env";

// What can be told about containers without an engine: that their files agree with each other and with the program.
const root = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string) => readFileSync(join(root, name), "utf8");

const conditions = z.record(z.string(), z.object({ condition: z.string() }));
const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      command: z.array(z.string()).optional(),
      restart: z.string(),
      depends_on: conditions.default({}),
      environment: z.record(z.string(), z.string()).default({}),
      extra_hosts: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
      deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string() }) }) }),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
  networks: z.object({
    default: z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }) }),
  }),
});
const compose = composeSchema.parse(parse(read("docker-compose.yml"), { merge: true }));
const services = Object.entries(compose.services);
const ours = ["web", "web-2", "bots", "migrate"];

/** Variables the example names, switched on or off. */
const documented = [...read(".env.example").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(
  ([, name]) => name ?? "",
);
const interpolated = (text: string) =>
  [...text.matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name ?? "");

describe(".env.example", () => {
  const known = Object.keys(readEnv({}, mkdtempSync(join(tmpdir(), "env-"))));

  it("names every variable that the program reads", () => {
    expect(known.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it("names nothing that neither the program nor the compose file reads, and nothing twice", () => {
    const used = [...known, "CONFIG_FILE", ...interpolated(read("docker-compose.yml"))];
    expect(documented.filter((name) => !used.includes(name))).toEqual([]);
    expect(documented).toEqual([...new Set(documented)]);
  });

  it("sets nothing by being copied", () => {
    expect(read(".env.example").match(/^[A-Z][A-Z0-9_]*=.+/gm)).toBeNull();
  });
});

describe("docker-compose.yml", () => {
  it("has every part of the product", () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      [...ours, "caddy", "postgres", "redis", "minio"].sort(),
    );
  });

  it("looks after the health of each that stays, and restarts it", () => {
    for (const [name, service] of services) {
      const runsOnce = name === "migrate";
      expect(service.healthcheck.test === undefined, name).toBe(runsOnce);
      expect(service.restart, name).toBe(runsOnce ? "no" : "unless-stopped");
    }
  });

  it("starts nothing before what it needs is there, and migrates before all", () => {
    for (const [name, service] of services) {
      for (const [other, { condition }] of Object.entries(service.depends_on)) {
        const expected = other === "migrate" ? "service_completed_successfully" : "service_healthy";
        expect(condition, `${name} → ${other}`).toBe(expected);
        expect(compose.services[other], other).toBeDefined();
      }
    }
    for (const name of ["web", "web-2", "bots"])
      expect(Object.keys(compose.services[name]?.depends_on ?? {}), name).toContain("migrate");
  });

  it("gives our processes data, a log, the machine's own address, a trusted proxy and no demo", () => {
    for (const name of ours) {
      const service = compose.services[name];
      expect(service?.extra_hosts).toContain("host.docker.internal:host-gateway");
      expect(service?.volumes).toEqual(["data:/data", "logs:/logs", "./config:/app/config:ro"]);
      expect(service?.environment).toMatchObject({
        DATA_DIR: "/data",
        DEMO: `\${DEMO:-0}`,
        TRUSTED_PROXIES: `\${TRUSTED_PROXIES:-${compose.networks.default.ipam.config[0]?.subnet}}`,
      });
      if (name !== "migrate") expect(service?.environment.LOG_FILE).toBe(`/logs/${name}.log`);
    }
  });

  it("names volumes and variables that exist", () => {
    for (const [name, { volumes }] of services) {
      for (const volume of volumes) {
        const [source = ""] = volume.split(":");
        if (source.startsWith("./")) expect(existsSync(join(root, source)), volume).toBe(true);
        else expect(compose.volumes, `${name}: ${volume}`).toHaveProperty(source);
      }
    }
    const used = [...interpolated(read("docker-compose.yml")), ...interpolated(read("Caddyfile"))];
    expect(used.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it("has a proxy that knows both webs, and commands that the image has", () => {
    expect(read("Caddyfile")).toMatch(/reverse_proxy web:3000 web-2:3000 \{/);
    for (const name of ours) {
      const [command = ""] = compose.services[name]?.command ?? [];
      expect(read("scripts/container.mjs")).toContain(`  ${command}: "`);
    }
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const instructions = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.trim());

  it("copies what exists, and runs as nobody in particular", () => {
    for (const line of instructions) {
      if (!line.startsWith("COPY --from=build")) continue;
      const sources = line.split(/\s+/).slice(2, -1);
      for (const source of sources) {
        const name = source.replace("/app/", "");
        if (name !== ".next") expect(existsSync(join(root, name)), source).toBe(true);
      }
    }
    const user = instructions.indexOf("USER node");
    expect(user).toBeGreaterThan(instructions.findLastIndex((line) => line.startsWith("COPY")));
    expect(instructions.filter((line) => line.startsWith("ENTRYPOINT"))).toHaveLength(1);
    expect(instructions.at(-1)).toBe('CMD ["web"]');
  });

  it("keeps this machine's secrets and data out", () => {
    const ignored = read(".dockerignore").split("\n");
    for (const name of [".env", ".env.*", ".data", ".git", "node_modules", "*.log"])
      expect(ignored, name).toContain(name);
  });
});

describe("the container's entry", () => {
  const run = (command: string) =>
    spawnSync(process.execPath, ["scripts/container.mjs", command], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "", TMPDIR: mkdtempSync(join(tmpdir(), "pulse-")) },
    });

  it("says in one line what it cannot do", () => {
    expect(run("webs").stderr).toBe(
      'Unknown command "webs": it should be one of web, bots, migrate, backup, restore, keys-rotate.\n',
    );
    expect(run("web").stderr).toBe(
      "DATABASE_URL is not set: in containers the database is one of its own.\n",
    );
  });

  it("is not healthy where nothing runs", () => {
    expect(run("healthy").status).toBe(1);
  });
});
