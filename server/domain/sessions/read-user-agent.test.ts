import { expect, it } from "vitest";
import { readUserAgent } from "./read-user-agent";

it("names browser and system", () => {
  const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";
  expect(readUserAgent(`Mozilla/5.0 (Windows NT 10.0) ${chrome}`)).toEqual({
    browser: "Chrome",
    system: "Windows",
  });
  expect(readUserAgent(`Mozilla/5.0 (Linux; Android 15) ${chrome} Edg/130.0`)).toEqual({
    browser: "Edge",
    system: "Android",
  });
  const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1";
  expect(readUserAgent(safari)).toEqual({ browser: "Safari", system: "iPhone" });
  expect(readUserAgent("curl/8.0")).toEqual({ browser: null, system: null });
  expect(readUserAgent(null)).toEqual({ browser: null, system: null });
});
