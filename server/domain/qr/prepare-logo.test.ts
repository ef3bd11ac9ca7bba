import { expect, test } from "vitest";
import { prepareLogo } from "./prepare-logo";

const svg = (inside: string, before = "") =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">${inside}</svg>`);

test("an SVG of plain shapes is a logo", async () => {
  const logo = await prepareLogo(svg('<!-- drawn --><path d="M0 0h40v40z" fill="#123456"/>'));
  expect(logo.png.subarray(1, 4).toString()).toBe("PNG");
});

test.each([
  ["filters", svg('<filter id="f"><feGaussianBlur stdDeviation="500"/></filter><rect filter="url(#f)"/>')],
  ["copies of copies", svg('<g id="a"><rect/></g><g id="b"><use href="#a"/><use href="#a"/></g>')],
  ["entities", svg("<rect/>", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>')],
  ["other files", svg('<image href="file:///etc/hostname"/>')],
  ["packed", Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
])("an SVG that could keep the server busy is refused: %s", async (_, bytes) => {
  await expect(prepareLogo(bytes)).rejects.toMatchObject({ reason: "qr_logo_unreadable" });
});
