import openapiTS, { astToString } from "openapi-typescript";
import { rest } from "@/server/rest/app";

/** The API's description as types for openapi-fetch, as they stand in api-types.ts; `npm run api:types` writes it. */
export async function makeApiTypes(): Promise<string> {
  const description = await rest.request("/api/v1/openapi.json");
  // What has a default may be left out.
  const types = await openapiTS(await description.text(), { defaultNonNullable: false });
  return `// Made by npm run api:types; do not edit.\n\n${astToString(types)}`;
}
