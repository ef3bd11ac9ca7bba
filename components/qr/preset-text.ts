/** What a code may carry, with the fields that people fill in for it. */
export type Preset =
  | { kind: "url"; url: string }
  | { kind: "text"; text: string }
  | { kind: "wifi"; network: string; password: string; security: "WPA" | "WEP" | "nopass"; hidden: boolean }
  | { kind: "vcard"; name: string; phone: string; email: string; company: string; role: string; site: string }
  | { kind: "telegram"; bot: string; source: string };

/** The text that phones understand as the preset; empty while what it needs is missing. */
export function presetText(preset: Preset): string {
  switch (preset.kind) {
    case "text":
      return preset.text;
    case "url":
      return urlText(preset.url);
    case "wifi":
      return wifiText(preset);
    case "vcard":
      return vcardText(preset);
    case "telegram":
      return telegramText(preset);
  }
}

function urlText(typed: string): string {
  const url = typed.trim();
  if (url === "" || /^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return `https://${url}`;
}

/** https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11 */
function wifiText({ network, password, security, hidden }: Extract<Preset, { kind: "wifi" }>): string {
  if (network === "") return "";
  const escaped = (text: string) => text.replace(/[\\;,":]/g, "\\$&");
  const secret = security === "nopass" ? "" : `P:${escaped(password)};`;
  return `WIFI:T:${security};S:${escaped(network)};${secret}${hidden ? "H:true;" : ""};`;
}

/** vCard 3.0 (RFC 2426): what phones read best. */
function vcardText(card: Extract<Preset, { kind: "vcard" }>): string {
  const name = card.name.trim();
  if (name === "") return "";
  const escaped = (text: string) =>
    text
      .trim()
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r?\n/g, "\\n");
  const [first = "", ...rest] = name.split(/\s+/);
  const line = (property: string, value: string) => (value.trim() ? [`${property}:${escaped(value)}`] : []);
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${escaped(rest.join(" "))};${escaped(first)};;;`,
    `FN:${escaped(name)}`,
    ...line("ORG", card.company),
    ...line("TITLE", card.role),
    ...line("TEL;TYPE=CELL", card.phone),
    ...line("EMAIL", card.email),
    ...line("URL", urlText(card.site)),
    "END:VCARD",
  ].join("\r\n");
}

/** A bot's deep link; its start parameter (64 of A–Z, a–z, 0–9, _ and -) tells where a lead came from. */
function telegramText({ bot, source }: Extract<Preset, { kind: "telegram" }>): string {
  const name = bot
    .trim()
    .replace(/^(?:https?:\/\/)?t\.me\//i, "")
    .replace(/^@/, "");
  if (name === "") return "";
  const start = source
    .trim()
    .replace(/[^\w-]+/g, "_")
    .slice(0, 64);
  return `https://t.me/${name}${start ? `?start=${start}` : ""}`;
}
