import { writeFileSync } from "node:fs";
import { makeApiTypes } from "@/server/rest/testing/make-api-types";

// npm run api:types: the typed client's types, when the API has changed.
writeFileSync("server/rest/testing/api-types.ts", await makeApiTypes());
process.exit(0);
