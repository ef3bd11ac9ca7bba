import { describe, expect, it } from "vitest";
import { redactSecrets } from "@/server/lib/redact-secrets";

const token = "7342037359:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ";

describe("redactSecrets", () => {
  it.each([
    ["a bot's token in an address", `{"url":"https://api.telegram.org/bot${token}/getMe"}`, "AAFZehRPBRs8"],
    [
      "a KChat token",
      '{"x":"BOT-0f8fad5b-d9cb-469f-a165-70867728950e-0f8fad5b-1700000000000-x"}',
      "d9cb-469f",
    ],
    ["a model's key", '{"msg":"401 for sk-proj-abcdefgh12345678"}', "abcdefgh"],
    ["a bearer header", '{"msg":"Authorization: Bearer eyJhbGciOi.abc.def"}', "eyJhbGciOi"],
    ["a database password", '{"msg":"postgres://user:s3cr3t-pass@db/x"}', "s3cr3t-pass"],
    ["a field called password", '{"password":"hunter2hunter2"}', "hunter2"],
    ["a field inside JSON text", '{"body":"{\\"apiKey\\":\\"abc123abc123\\"}"}', "abc123"],
    ["a signed link", '{"url":"/api/files/1/a?expires=1&signature=PwC8AJmFc-S5ViHr8fNuqsqL"}', "PwC8AJmF"],
    ["initData", '{"initData":"query_id=1&user=2"}', "query_id"],
  ])("cuts %s", (_, line, secret) => {
    expect(line).toContain(secret);
    expect(redactSecrets(line)).not.toContain(secret);
  });

  it("leaves ordinary lines as they are", () => {
    const line = '{"level":30,"msg":"12 updates at 10:30 for resource 7","token_count":42}';
    expect(redactSecrets(line)).toBe(line);
  });
});
