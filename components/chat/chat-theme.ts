import { luminance, mix, parseHex, type Rgb, readableOn, toHex } from "@/components/chat/colour";

/** Telegram's colours by name, `#rrggbb` (core.telegram.org/bots/webapps#themeparams). */
export type ThemeParams = Record<string, string>;

export type ChatTheme = {
  scheme: "light" | "dark";
  /** CSS custom properties that override the page's own palette. */
  variables: Record<string, string>;
};

const TEXT_CONTRAST = 4.5;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/**
 * The page's palette from the colours of the customer's Telegram, each text colour moved until it can be read on the
 * ground it stands on; null when Telegram gave none, which leaves the page's own light or dark palette.
 */
export function chatTheme(params: ThemeParams): ChatTheme | null {
  const background = parseHex(params.bg_color);
  if (!background) return null;
  const isDark = luminance(background) < 0.2;
  const ink = readableOn(parseHex(params.text_color) ?? (isDark ? WHITE : BLACK), [background], 7);

  const surface = background;
  const given = parseHex(params.secondary_bg_color);
  // A canvas of the surface's own colour would leave the bubbles without an edge.
  const canvas =
    given && toHex(given) !== toHex(surface)
      ? given
      : mix(surface, isDark ? BLACK : ink, isDark ? 0.3 : 0.05);
  const bubble = isDark ? mix(surface, WHITE, 0.06) : surface;
  const quiet = mix(surface, ink, isDark ? 0.1 : 0.055);
  const grounds = [surface, canvas, bubble, quiet];

  const accent =
    parseHex(params.button_color) ?? parseHex(params.accent_text_color) ?? ([47, 104, 230] as const);
  const onAccentWish = parseHex(params.button_text_color) ?? WHITE;
  // White on a light brand colour fails: darken the ground a little before giving up white.
  const solid = readableOn(accent, [onAccentWish], TEXT_CONTRAST);
  const onAccent = readableOn(onAccentWish, [solid], TEXT_CONTRAST);
  const text = readableOn(ink, grounds, TEXT_CONTRAST);

  return {
    scheme: isDark ? "dark" : "light",
    variables: {
      "--chat-surface": toHex(surface),
      "--chat-canvas": toHex(canvas),
      "--chat-bubble": toHex(bubble),
      "--chat-quiet": toHex(quiet),
      "--chat-line": toHex(mix(surface, ink, 0.13)),
      "--chat-ink": toHex(text),
      "--chat-muted": toHex(
        readableOn(parseHex(params.hint_color) ?? mix(ink, surface, 0.4), grounds, TEXT_CONTRAST),
      ),
      "--chat-accent": toHex(solid),
      "--chat-on-accent": toHex(onAccent),
      "--chat-link": toHex(readableOn(parseHex(params.link_color) ?? accent, grounds, TEXT_CONTRAST)),
      "--chat-danger": toHex(
        readableOn(parseHex(params.destructive_text_color) ?? [200, 30, 50], grounds, TEXT_CONTRAST),
      ),
    },
  };
}
