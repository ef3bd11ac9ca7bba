import type { QrDrawing } from "@/server/domain/qr/draw-qr";

/** The drawing as an SVG document; `width` with its unit (`40mm`, `1024`). A transparent ground is left out. */
export function renderSvg({ side, modules, eyes, light, logo }: QrDrawing, width: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${side} ${side}">`,
    light === "transparent" ? "" : `<rect width="${side}" height="${side}" fill="${light}"/>`,
    `<path d="${modules.path}" fill="${modules.colour}"/>`,
    `<path d="${eyes.path}" fill="${eyes.colour}"/>`,
    logo
      ? `<image x="${logo.x}" y="${logo.y}" width="${logo.width}" height="${logo.height}" href="data:image/png;base64,${logo.png.toString("base64")}"/>`
      : "",
    "</svg>",
  ].join("");
}
