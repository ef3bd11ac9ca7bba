import { expect, it } from "vitest";
import { pagePolicy } from "@/server/lib/page-policy";

const asked = { path: "/inbox", nonce: "abc", demo: true, development: false };

function directive(policy: string, name: string): string | undefined {
  return policy
    .split("; ")
    .find((each) => each.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

it("runs only scripts with the request's nonce, and nothing inline or evaluated beside them", () => {
  const scripts = directive(pagePolicy(asked), "script-src");
  expect(scripts).toBe("'self' 'nonce-abc' 'strict-dynamic'");
});

it("lets nobody frame a page but the chat", () => {
  for (const path of ["/", "/login", "/inbox", "/simulator", "/chat/x", "/chats", "/qr"]) {
    expect(directive(pagePolicy({ ...asked, path }), "frame-ancestors"), path).toBe("'none'");
  }
});

it("lets Telegram frame the chat, and our own pages only while the demo is on", () => {
  const telegram = "https://web.telegram.org https://*.telegram.org";
  const chat = { ...asked, path: "/chat" };
  expect(directive(pagePolicy(chat), "frame-ancestors")).toBe(`'self' ${telegram}`);
  expect(directive(pagePolicy({ ...chat, demo: false }), "frame-ancestors")).toBe(telegram);
});
