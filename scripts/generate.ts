import { ensureGenerated } from "./launcher/ensure-generated";

// npm run generate: the Prisma client, when the schema has changed.
await ensureGenerated();
