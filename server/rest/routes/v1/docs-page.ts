import type { OpenAPIHono } from "@hono/zod-openapi";
import { html, raw } from "hono/html";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const methods = ["get", "post", "put", "patch", "delete"] as const;
const style = `
  :root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif }
  body { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem }
  h1, h2 { letter-spacing: -.02em }
  article { border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .75rem; margin: 1rem 0; padding: 1rem 1.25rem }
  h3 { margin: 0; font: 600 1rem ui-monospace, monospace; overflow-wrap: anywhere }
  b { text-transform: uppercase; margin-right: .5rem }
  pre { overflow: auto; font-size: .8125rem; line-height: 1.45; max-height: 24rem }
  summary { cursor: pointer }
  code { font-family: ui-monospace, monospace }
`;

/** The API's description as a page that needs no script and nothing from elsewhere. */
export function docsPage(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${document.info.title}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <main>
      <h1>${document.info.title}</h1>
      <p>${words(document.info.description)}</p>
      <p>Machine-readable: <a href="openapi.json">openapi.json</a> · Address: <code>${document.servers?.[0]?.url}</code></p>
      <h2>Requests</h2>
      ${operations.map(
        ({ path, method, operation }) => html`<article>
          <h3><b>${method}</b>${path}</h3>
          <p>${operation.summary}. ${words(operation.description)}</p>
          ${
            operation.parameters || operation.requestBody
              ? html`<details><summary>Input</summary><pre tabindex="0">${json({
                  parameters: operation.parameters,
                  body: operation.requestBody,
                })}</pre></details>`
              : ""
          }
          <details><summary>Answers: ${Object.keys(operation.responses ?? {}).join(", ")}</summary>
            <pre tabindex="0">${json(operation.responses)}</pre></details>
        </article>`,
      )}
      <h2>Shapes</h2>
      <details open><summary>Schemas</summary><pre tabindex="0">${json(document.components?.schemas ?? {})}</pre></details>
    </main>
  </body>
</html>`;
}

/** Text in which `code` is marked as in Markdown. */
function words(text = "") {
  return text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}
