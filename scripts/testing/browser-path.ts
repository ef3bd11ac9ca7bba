import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's Chromium, else the one that came with npm. */
export async function browserPath(): Promise<string> {
  return SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
}
