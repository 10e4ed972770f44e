import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

process.env.NEXT_TELEMETRY_DISABLED ??= "1";

/** Pages called page.dev.tsx are there for those who change the house, and in no build. */
const config = (phase: string): NextConfig => ({
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ["tsx", "ts", "dev.tsx"] : ["tsx", "ts"],
  compress: false, // it does not know 206; feeds and JSON are compressed by ourselves
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg-boss", "pino", "sharp", "music-metadata"],
  agentRules: false,
  typescript: { ignoreBuildErrors: true }, // `npm run ci` checks the types, tests included; whoever only starts the house need not wait for it
});

export default config;
