import pino from "pino";
import { env } from "@/server/lib/env";
import { redactSecrets } from "@/server/lib/redact-secrets";

const targets = env.LOG_FILE
  ? pino.multistream([
      { stream: process.stdout, level: "trace" },
      { stream: pino.destination({ dest: env.LOG_FILE, mkdir: true, sync: false }), level: "trace" },
    ])
  : process.stdout;

/** Structured log of this process; secrets are cut from every line, whatever field or text they stand in. */
export const logger = pino(
  {
    level: env.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
    hooks: { streamWrite: redactSecrets },
  },
  targets,
);
