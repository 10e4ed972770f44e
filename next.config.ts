import type { NextConfig } from "next";

process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const config: NextConfig = {
  compress: false, // it does not know 206; feeds and JSON are compressed by ourselves
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg-boss", "pino", "sharp", "music-metadata"],
  agentRules: false,
  typescript: { ignoreBuildErrors: true }, // `npm run ci` checks the types, tests included; whoever only starts the house need not wait for it
};

export default config;
