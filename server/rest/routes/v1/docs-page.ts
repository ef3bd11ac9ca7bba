import type { OpenAPIHono } from "@hono/zod-openapi";
import { html, raw } from "hono/html";
import { z } from "zod";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const methods = ["get", "post", "put", "patch", "delete"] as const;
const style = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; --line: color-mix(in srgb, currentColor 16%, transparent); --soft: color-mix(in srgb, currentColor 5%, transparent) }
  * { box-sizing: border-box }
  body { margin: 0; background: light-dark(#fff, #131417); color: light-dark(#1c1e22, #ececee) }
  .page { display: grid; grid-template-columns: 15rem minmax(0, 46rem); gap: 3rem; max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 5rem }
  nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; font-size: .875rem }
  nav ul { list-style: none; margin: .25rem 0 1rem; padding: 0 }
  nav a { display: block; padding: .15rem 0; text-decoration: none; overflow-wrap: anywhere }
  a { color: light-dark(#1d4ed8, #93b4ff) }
  h1, h2 { letter-spacing: -.02em; line-height: 1.2 }
  h2 { margin-top: 3rem }
  article { border-top: 1px solid var(--line); padding: 1.5rem 0 .5rem }
  h3 { margin: 0 0 .5rem; font: 600 1rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
  h3 b { display: inline-block; font-size: .75rem; padding: 0 .5rem; margin-right: .5rem; border: 1px solid var(--line); border-radius: .4rem; text-transform: uppercase }
  h4 { margin: 1rem 0 .25rem; font-size: .875rem }
  table { width: 100%; border-collapse: collapse; font-size: .875rem }
  th { font: inherit; text-align: left; white-space: nowrap }
  th, td { border-top: 1px solid var(--line); padding: .35rem .75rem .35rem 0; vertical-align: top }
  pre { overflow: auto; font-size: .8125rem; line-height: 1.5; max-height: 24rem; background: var(--soft); border-radius: .6rem; padding: .75rem 1rem }
  summary { cursor: pointer; font-size: .875rem; font-weight: 600; padding: .5rem 0; width: fit-content }
  :focus-visible { outline: 2px solid light-dark(#1d4ed8, #93b4ff); outline-offset: 2px; border-radius: .25rem }
  code { font: .875em ui-monospace, monospace; background: var(--soft); border-radius: .3rem; padding: .1em .3em }
  pre code { background: none; padding: 0 }
  @media (max-width: 54rem) { .page { display: block } nav { position: static; max-height: 15rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .6rem } nav a { padding: .6rem 0 } summary { padding: .6rem 0 } th { white-space: normal; overflow-wrap: anywhere } }
`;

const parameterShape = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    default: z.unknown().optional(),
    maximum: z.number().optional(),
  }),
});
const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  example: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});
const content = z.object({ content: z.object({ "application/json": z.object({ schema: z.unknown() }) }) });

/** The API's description as a page that needs no script and nothing from elsewhere. */
export function docsPage(document: Document) {
  const groups = (document.tags ?? []).map(({ name, description }) => ({
    name,
    description,
    operations: operationsOf(document).filter(({ operation }) => operation.tags?.includes(name)),
  }));
  const address = document.servers?.[0]?.url ?? "";
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${document.info.title}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <div class="page">
      <nav aria-label="Requests">
        <a href="#start">Start</a>
        ${groups.map(
          ({ name, operations }) => html`<strong>${name}</strong>
        <ul>${operations.map(({ id, operation }) => html`<li><a href="#${id}">${operation.summary}</a></li>`)}</ul>`,
        )}
      </nav>
      <main>
        <h1 id="start">${document.info.title}</h1>
        ${document.info.description?.split("\n\n").map((text) => html`<p>${words(text)}</p>`)}
        <pre tabindex="0"><code>curl -H "X-API-Key: $KEY" "${address}/messages?days=7&amp;clients_only=true&amp;limit=20"</code></pre>
        <p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). Address: <code>${address}</code></p>
        ${groups.map(
          ({ name, description, operations }) => html`<h2>${name}</h2>
        <p>${description}</p>
        ${operations.map((one) => article(document, one))}`,
        )}
        <h2>Shapes</h2>
        <details><summary>Every schema</summary><pre tabindex="0">${json(document.components?.schemas ?? {})}</pre></details>
      </main>
    </div>
  </body>
</html>`;
}

type Operation = ReturnType<typeof operationsOf>[number];

function operationsOf(document: Document) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation, id: operation.operationId ?? `${method}${path}` }] : [];
    }),
  );
}

function article(document: Document, { path, method, operation, id }: Operation) {
  const inputs = z.array(parameterShape).parse(operation.parameters ?? []);
  const body = content.safeParse(operation.requestBody).data;
  const [answer] = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith("2"));
  const answered = content.safeParse(answer?.[1]).data;
  return html`<article id="${id}">
          <h3><b>${method}</b>${path}</h3>
          <p>${operation.summary}. ${words(operation.description)}</p>
          ${inputs.length > 0 ? html`<table>${inputs.map(row)}</table>` : ""}
          ${body ? html`<h4>Body</h4><pre tabindex="0">${json(exampleOf(document, body.content["application/json"].schema))}</pre>` : ""}
          ${answered ? html`<details><summary>Answer ${answer?.[0]}</summary><pre tabindex="0">${json(exampleOf(document, answered.content["application/json"].schema))}</pre></details>` : ""}
        </article>`;
}

function row({ name, required, description, schema }: z.infer<typeof parameterShape>) {
  const kind = [schema.type].flat().join(" or ");
  const notes = [
    required ? "needed" : "",
    schema.default === undefined ? "" : `${String(schema.default)} unless given`,
    schema.maximum !== undefined && schema.maximum <= 100_000 ? `at most ${schema.maximum}` : "",
  ].filter(Boolean);
  return html`<tr><th scope="row"><code>${name}</code></th><td>${kind}${notes.map((note) => `, ${note}`)}. ${words(description)}</td></tr>`;
}

/** An example of a schema: its own, else one made of its parts. */
function exampleOf(document: Document, given: unknown, depth = 0): unknown {
  const schema = schemaShape.safeParse(given).data;
  if (!schema || depth > 8) return null;
  if (schema.example !== undefined) return schema.example;
  const { $ref, properties } = schema;
  if ($ref)
    return exampleOf(document, document.components?.schemas?.[$ref.split("/").at(-1) ?? ""], depth + 1);
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, exampleOf(document, part, depth + 1)]),
    );
  if (schema.items !== undefined) return [exampleOf(document, schema.items, depth + 1)];
  if (schema.anyOf) return exampleOf(document, schema.anyOf[0], depth + 1);
  if (schema.default !== undefined) return schema.default;
  const [type] = [schema.type].flat();
  return (
    schema.enum?.[0] ??
    (type === "integer" || type === "number" ? 1 : type === "boolean" ? true : (type ?? {}))
  );
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Text in which `code` is marked as in Markdown. */
function words(text = "") {
  return text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}
