import { describe, expect, test } from "vitest";
import { chatTheme } from "@/components/chat/chat-theme";
import { contrast, parseHex } from "@/components/chat/colour";

const TEXTS = ["--chat-ink", "--chat-muted", "--chat-link", "--chat-danger"];
const GROUNDS = ["--chat-surface", "--chat-canvas", "--chat-bubble", "--chat-quiet"];

const themes = {
  "Telegram light": {
    bg_color: "#ffffff",
    secondary_bg_color: "#f4f4f5",
    text_color: "#000000",
    hint_color: "#999999",
    link_color: "#3390ec",
    button_color: "#3390ec",
    button_text_color: "#ffffff",
  },
  "Telegram night": {
    bg_color: "#17212b",
    secondary_bg_color: "#0e1621",
    text_color: "#f5f5f5",
    hint_color: "#708499",
    link_color: "#6ab3f3",
    button_color: "#5288c1",
    button_text_color: "#ffffff",
  },
  "everything the same grey": {
    bg_color: "#808080",
    text_color: "#818181",
    hint_color: "#828282",
    link_color: "#838383",
  },
  "yellow button with white words": {
    bg_color: "#ffffff",
    button_color: "#ffee00",
    button_text_color: "#ffffff",
  },
  "background alone": { bg_color: "#101010" },
};

describe.each(Object.entries(themes))("%s", (_name, params) => {
  const theme = chatTheme(params);
  const between = (a: string, b: string) => {
    const [first, second] = [parseHex(theme?.variables[a]), parseHex(theme?.variables[b])];
    return first && second ? contrast(first, second) : 0;
  };

  test("each text can be read on each ground", () => {
    for (const text of TEXTS) {
      for (const ground of GROUNDS)
        expect(between(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.4);
    }
    expect(between("--chat-on-accent", "--chat-accent")).toBeGreaterThanOrEqual(4.4);
  });
});

test("dark and light follow the background", () => {
  expect(chatTheme(themes["Telegram night"])?.scheme).toBe("dark");
  expect(chatTheme(themes["Telegram light"])?.scheme).toBe("light");
});

test("without a background the page keeps its own palette", () => {
  expect(chatTheme({})).toBeNull();
  expect(chatTheme({ bg_color: "red; } body { display: none" })).toBeNull();
});
