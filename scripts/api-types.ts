import { writeFileSync } from "node:fs";
import { makeApiTypes } from "@/scripts/testing/make-api-types";

// npm run api:types: the typed client's types, when the API has changed.
writeFileSync("server/rest/testing/api-types.ts", await makeApiTypes());
process.exit(0);
