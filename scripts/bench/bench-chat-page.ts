import { request } from "node:http";
import type { Figures } from "./figures";

const goalKb = 200;

/** How much JavaScript `/chat` costs over the wire: every script the page names, as the server compresses it. */
export async function benchChatPage(origin: string): Promise<Figures> {
  const page = await (await fetch(`${origin}/chat`)).text();
  const scripts = new Set(
    [...page.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].flatMap(([tag, src]) =>
      tag.includes("noModule") || !src ? [] : src,
    ),
  );
  let bytes = 0;
  for (const script of scripts) if (script.startsWith("/")) bytes += await wireSize(`${origin}${script}`);
  const value = bytes / 1000;
  return { chat_javascript: { value, unit: "KB", goal: goalKb, ok: value > 0 && value <= goalKb } };
}

/** Bytes of the body as they travel; fetch would unpack them. */
function wireSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on("end", () => resolve(size));
    })
      .on("error", reject)
      .end();
  });
}
