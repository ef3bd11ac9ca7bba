import { existsSync, readFileSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { parse as parseDotenv } from "dotenv";
import { parse as parseYaml } from "yaml";
import { z } from "zod";

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65535));
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
/** MinIO's own variables leave the scheme out. */
const s3Endpoint = z
  .string()
  .transform((value) => (/^[a-z]+:\/\//i.test(value) ? value : `http://${value}`))
  .pipe(url);
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

function isAddressRange(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
}

function isNoFolder(path: string): boolean {
  return !statSync(path, { throwIfNoEntry: false })?.isDirectory();
}

/** What each variable must look like; the right column is what a person reads when it does not. */
const variables = {
  PORT: [port.default(3000), "a port number from 0 to 65535"],
  APP_URL: [url.optional(), "an http(s) address such as https://chat.example.com"],
  SIMULATOR_PORT: [port.default(3001), "a port number from 0 to 65535"],
  DATABASE_URL: [
    z
      .string()
      .regex(/^postgres(ql)?:\/\/./)
      .refine((value) => URL.canParse(value))
      .optional(),
    "a postgres:// address",
  ],
  REDIS_URL: [
    z
      .string()
      .regex(/^rediss?:\/\/./)
      .refine((value) => URL.canParse(value))
      .optional(),
    "a redis:// address",
  ],
  S3_ENDPOINT: [s3Endpoint.optional(), "an http(s) address such as https://s3.example.com"],
  S3_ACCESS_KEY: [z.string().optional(), "an access key"],
  S3_SECRET_KEY: [z.string().optional(), "a secret key"],
  S3_BUCKET: [
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .default("chat"),
    "a bucket's name: 3 to 63 small letters, digits, dots and hyphens",
  ],
  S3_PUBLIC_ENDPOINT: [s3Endpoint.optional(), "the http(s) address under which browsers reach the S3 server"],
  DATA_DIR: [
    z
      .string()
      .default(".data")
      .transform((value) => resolve(value)),
    "a folder",
  ],
  TELEGRAM_BOT_TOKEN: [
    z
      .string()
      .regex(/^\d+:[\w-]{20,}$/)
      .optional(),
    "a bot token from @BotFather such as 123456:AA…",
  ],
  MANAGER_GROUP_CHAT_ID: [
    z
      .string()
      .regex(/^-?\d+(\s*,\s*-?\d+)*$/)
      .optional(),
    "a Telegram group's number such as -1001234567890, or several with commas",
  ],
  ADMIN_USER_ID: [
    z
      .string()
      .regex(/^\d+(\s*,\s*\d+)*$/)
      .optional(),
    "a Telegram user's number, or several with commas",
  ],
  TELEGRAM_API_ROOT: [url.optional(), "an http(s) address such as https://api.telegram.org"],
  BOT_TOKEN: [
    z
      .string()
      .regex(/^BOT-[\w-]{10,}$/)
      .optional(),
    "a KChat bot's token such as BOT-…",
  ],
  API_BASE_URL: [url.optional(), "an http(s) address such as https://api.kchat.app"],
  SSE_BASE_URL: [url.optional(), "an http(s) address such as https://pusher.kchat.app"],
  HEALTH_CHECK_GROUP_ID: [
    z
      .string()
      .regex(/^-?\d+$/)
      .optional(),
    "the number of a KChat group that the bot is in",
  ],
  HEALTH_CHECK_WORKSPACE_ID: [
    z
      .string()
      .regex(/^-?\d+$/)
      .default("-1"),
    "the number of a KChat workspace, -1 for the public one",
  ],
  HEALTH_CHECK_TIMEOUT: [
    z
      .string()
      .regex(/^\d{1,4}(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().positive().max(600))
      .default(10),
    "seconds, up to 600",
  ],
  MEETING_ADMINS: [z.string().optional(), "e-mail addresses or “full name|e-mail” with semicolons between"],
  MEETING_ADMINS_FILE: [z.string().optional(), "a file's path"],
  OPENAI_API_BASE: [url.optional(), "an http(s) address such as https://api.openai.com/v1"],
  OPENAI_API_KEY: [z.string().optional(), "an API key"],
  OPENAI_MODEL_NAME: [z.string().optional(), "a model's name"],
  OPENAI_EMBEDDING_MODEL: [z.string().optional(), "an embedding model's name"],
  OPENAI_MODEL_PRICE: [
    z
      .string()
      .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/)
      .transform((value) => {
        const [input = 0, output = 0] = value.split("/").map(Number);
        return { input, output };
      })
      .optional(),
    "US dollars for a million tokens in and out, such as 0.15/0.60",
  ],
  GOOGLE_CLIENT_ID: [z.string().optional(), "the client id of a Google OAuth application"],
  GOOGLE_CLIENT_SECRET: [z.string().optional(), "the client secret of that application"],
  GOOGLE_ISSUER: [url.default("https://accounts.google.com"), "an OpenID issuer's http(s) address"],
  SMTP_URL: [
    z
      .string()
      .regex(/^smtps?:\/\/./)
      .refine((value) => URL.canParse(value))
      .optional(),
    "an smtp:// or smtps:// address such as smtps://user:password@mail.example.com?from=support@example.com",
  ],
  ALLOW_PRIVATE_HOSTS: [
    list.default([]),
    "host names, addresses or ranges with commas, such as ollama.local,10.0.0.0/8",
  ],
  CORS_ORIGINS: [
    list.refine((origins) => origins.every((origin) => /^https?:\/\/[^/]+$/.test(origin))).default([]),
    "origins with commas, such as https://crm.example.com,https://app.example.com",
  ],
  HUB_API_KEY: [z.string().min(16).optional(), "at least 16 characters"],
  HUB_API_KEY_MAY_APPROVE: [
    z
      .enum(["0", "1"])
      .default("0")
      .transform((value) => value === "1"),
    "0 or 1",
  ],
  STT_PROVIDER: [z.enum(["openai", "yandex"]).optional(), "openai or yandex"],
  STT_BASE_URL: [url.optional(), "an http(s) address such as https://api.openai.com/v1"],
  STT_API_KEY: [z.string().optional(), "an API key"],
  STT_MODEL_NAME: [z.string().default("whisper-1"), "a speech model's name"],
  YANDEX_FOLDER_ID: [z.string().optional(), "the id of a folder in Yandex Cloud"],
  AUTH_SECRET: [z.string().min(16).optional(), "at least 16 characters"],
  ENCRYPTION_KEYS: [
    z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9+/_=-]{43,44}(,[\w-]+:[A-Za-z0-9+/_=-]{43,44})*$/)
      .optional(),
    "id:base64 of 32 bytes, newest first, with commas between",
  ],
  TRUSTED_PROXIES: [
    list.refine((entries) => entries.every(isAddressRange)).default([]),
    "addresses or ranges with commas, such as 10.0.0.0/8,127.0.0.1",
  ],
  DEMO_EMAIL: [z.email().default("demo@assistchat.local"), "an e-mail address"],
  DEMO_PASSWORD: [z.string().min(8).optional(), "at least 8 characters"],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "one of fatal, error, warn, info, debug, trace, silent",
  ],
  LOG_FILE: [z.string().refine(isNoFolder).optional(), "a file's path"],
  DEMO: [
    z
      .enum(["0", "1"])
      .default("1")
      .transform((value) => value === "1"),
    "0 or 1",
  ],
} satisfies Record<string, [z.ZodType, string]>;

type Variables = typeof variables;
type Env = { [Name in keyof Variables]: z.output<Variables[Name][0]> };

/** A configuration value that cannot be used; its message is the one line to print before stopping. */
class EnvError extends Error {}

const aliases: Record<string, string> = {
  APP_URL: "WEB_APP_URL",
  S3_ENDPOINT: "MINIO_ENDPOINT",
  S3_ACCESS_KEY: "MINIO_ACCESS_KEY",
  S3_SECRET_KEY: "MINIO_SECRET_KEY",
  S3_BUCKET: "MINIO_BUCKET",
};

/**
 * Reads configuration: the process environment over `.env` over the file named by CONFIG_FILE. Empty values count
 * as unset. Throws EnvError with one line that names the variable and what it should be.
 */
export function readEnv(source: Record<string, string | undefined>, folder: string): Env {
  const dotenvPath = resolve(folder, ".env");
  const dotenv = existsSync(dotenvPath) ? parseDotenv(readFileSync(dotenvPath)) : {};
  const merged: Record<string, unknown> = { ...dotenv, ...withoutEmpty(source) };
  const values = { ...readConfigFile(merged.CONFIG_FILE, folder), ...withoutEmpty(merged) };
  const env: Record<string, unknown> = {};
  for (const [name, [schema, expected]] of Object.entries(variables)) {
    const alias = aliases[name];
    const value = values[name] ?? (alias ? values[alias] : undefined);
    const result = schema.safeParse(value === undefined ? undefined : String(value));
    if (!result.success) throw new EnvError(`${name} should be ${expected}.`);
    env[name] = result.data;
  }
  // Each entry was parsed by the schema of the same name just above.
  return env as Env;
}

function withoutEmpty(source: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}

function readConfigFile(file: unknown, folder: string): Record<string, unknown> {
  if (typeof file !== "string") return {};
  const path = resolve(folder, file);
  if (!existsSync(path)) throw new EnvError(`CONFIG_FILE should be a file that exists: ${file}.`);
  try {
    const content: unknown = parseYaml(readFileSync(path, "utf8")) ?? {};
    return withoutEmpty(z.record(z.string(), z.unknown()).parse(content));
  } catch {
    throw new EnvError(`CONFIG_FILE should be YAML with one "NAME: value" a line: ${file}.`);
  }
}

function readOrStop(): Env {
  try {
    return readEnv(process.env, process.cwd());
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The configuration of this process. */
export const env: Env = readOrStop();

/** Where browsers reach the web process, without a slash at the end. */
export const appUrl: string = env.APP_URL ?? `http://localhost:${env.PORT}`;

/** The pages are served from their sources (`npm run dev`). */
export const isDevelopment: boolean = process.env.NODE_ENV === "development";
