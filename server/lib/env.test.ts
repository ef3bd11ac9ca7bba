import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readEnv } from "@/server/lib/env";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "env-"));
});

describe("readEnv", () => {
  it("needs nothing", () => {
    expect(readEnv({}, folder)).toMatchObject({
      PORT: 3000,
      SIMULATOR_PORT: 3001,
      DEMO: true,
      LOG_LEVEL: "info",
    });
  });

  it("takes the process environment over .env over the config file", () => {
    writeFileSync(
      join(folder, "config.yaml"),
      "PORT: 4001\nLOG_LEVEL: debug\nMANAGER_GROUP_CHAT_ID: -1001234567890\n",
    );
    writeFileSync(join(folder, ".env"), "CONFIG_FILE=config.yaml\nPORT=4002\nSIMULATOR_PORT=4003\n");
    const env = readEnv({ SIMULATOR_PORT: "4004" }, folder);
    expect(env).toMatchObject({
      PORT: 4002,
      SIMULATOR_PORT: 4004,
      LOG_LEVEL: "debug",
      MANAGER_GROUP_CHAT_ID: "-1001234567890",
    });
  });

  it("takes WEB_APP_URL for APP_URL and drops the last slash", () => {
    expect(readEnv({ WEB_APP_URL: "https://chat.example.com/" }, folder).APP_URL).toBe(
      "https://chat.example.com",
    );
  });

  it("treats an empty value as unset", () => {
    expect(
      readEnv({ OPENAI_API_KEY: "", TELEGRAM_BOT_TOKEN: "" }, folder).TELEGRAM_BOT_TOKEN,
    ).toBeUndefined();
  });

  it.each([
    [{ PORT: "99999" }, "PORT should be a port number from 0 to 65535."],
    [{ PORT: "", SIMULATOR_PORT: "abc" }, "SIMULATOR_PORT should be a port number from 0 to 65535."],
    [
      { APP_URL: "chat.example.com" },
      "APP_URL should be an http(s) address such as https://chat.example.com.",
    ],
    [{ PORT: " " }, "PORT should be a port number from 0 to 65535."],
    [{ PORT: "0x10" }, "PORT should be a port number from 0 to 65535."],
    [{ DATABASE_URL: "postgres://" }, "DATABASE_URL should be a postgres:// address."],
    [{ LOG_FILE: tmpdir() }, "LOG_FILE should be a file's path."],
    ...["nginx", "10.0.0.0/33", "10.0.0.0/8/8", "1.2.3.4,x"].map(
      (ranges): [Record<string, string>, string] => [
        { TRUSTED_PROXIES: ranges },
        "TRUSTED_PROXIES should be addresses or ranges with commas",
      ],
    ),
    [{ DEMO: "yes" }, "DEMO should be 0 or 1."],
    [
      { TELEGRAM_BOT_TOKEN: "123" },
      "TELEGRAM_BOT_TOKEN should be a bot token from @BotFather such as 123456:AA….",
    ],
    [{ CONFIG_FILE: "missing.yaml" }, "CONFIG_FILE should be a file that exists: missing.yaml."],
  ])("refuses %j with one line that names the variable", (source, line) => {
    expect(() => readEnv(source, folder)).toThrow(line);
  });
});
