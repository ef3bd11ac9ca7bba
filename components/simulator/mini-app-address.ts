/** Colours of Telegram's own light and dark themes (core.telegram.org/bots/webapps#themeparams). */
const THEMES = {
  light: {
    bg_color: "#ffffff",
    secondary_bg_color: "#f0f2f5",
    text_color: "#111418",
    hint_color: "#707579",
    link_color: "#2f7dd1",
    button_color: "#2f7dd1",
    button_text_color: "#ffffff",
    destructive_text_color: "#d1373f",
  },
  dark: {
    bg_color: "#1c2128",
    secondary_bg_color: "#14181d",
    text_color: "#f2f4f6",
    hint_color: "#96a0aa",
    link_color: "#6ab3f3",
    button_color: "#3d8fdc",
    button_text_color: "#ffffff",
    destructive_text_color: "#ff7b80",
  },
};

/**
 * Where the frame goes when a Mini App button is pressed: the button's page with what a Telegram client adds after
 * `#`. Only path and query are kept, so that the frame is of this page's origin under whatever name it is reached.
 */
export function miniAppAddress(buttonUrl: string, initData: string, scheme: "light" | "dark"): string {
  const { pathname, search } = new URL(buttonUrl);
  const added = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "web",
    tgWebAppThemeParams: JSON.stringify(THEMES[scheme]),
  });
  return `${pathname}${search}#${added}`;
}
