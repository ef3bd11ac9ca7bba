import { describe, expect, it } from "vitest";
import { formatText } from "./format-text";

const format = (source: string, parseMode: string) =>
  formatText(source, { parseMode, limit: 4096, tooLong: "message is too long" });

describe("formatText", () => {
  it("reads HTML into entities counted in UTF-16 units", () => {
    const { text, entities } = format(
      '👋 <b>a <i>b</i></b> <a href="https://x.io/?a=1&amp;b=2">c</a> &lt;d&gt;',
      "HTML",
    );
    expect(text).toBe("👋 a b c <d>");
    expect(entities).toEqual([
      { type: "bold", offset: 3, length: 3 },
      { type: "italic", offset: 5, length: 1 },
      { type: "text_link", offset: 7, length: 1, url: "https://x.io/?a=1&b=2" },
    ]);
    const code = format('<pre><code class="language-ts">x</code></pre>', "HTML");
    expect(code.entities).toEqual([{ type: "pre", offset: 0, length: 1, language: "ts" }]);
  });

  it("refuses broken HTML in Telegram's words", () => {
    const description = (source: string) => {
      try {
        return format(source, "HTML").text;
      } catch (error) {
        return (error as Error).message;
      }
    };
    const prefix = "Bad Request: can't parse entities: ";
    expect(description("<b>x")).toBe(`${prefix}Can't find end tag corresponding to start tag "b"`);
    expect(description("я<p>x</p>")).toBe(`${prefix}Unsupported start tag "p" at byte offset 2`);
    expect(description("<b>x</i>")).toBe(
      `${prefix}Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`,
    );
  });

  it("reads MarkdownV2", () => {
    const { text, entities } = format("*b* _i_ `c.` [l](https://x.io) \\. ||s||\n>q", "MarkdownV2");
    expect(text).toBe("b i c. l . s\nq");
    expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ["bold", 0, 1],
      ["italic", 2, 1],
      ["code", 4, 2],
      ["text_link", 7, 1],
      ["spoiler", 11, 1],
      ["blockquote", 13, 1],
    ]);
    expect(() => format("*b", "MarkdownV2")).toThrow("Can't find end of Bold entity at byte offset 0");
  });

  it("finds commands, links and mentions by itself", () => {
    const found = formatText("/start@x_bot see https://a.com/b. @someone a@b.co #тег", {
      limit: 100,
      tooLong: "",
    });
    expect(found.entities.map(({ type }) => type)).toEqual([
      "bot_command",
      "url",
      "mention",
      "email",
      "hashtag",
    ]);
  });
});
