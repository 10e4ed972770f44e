import { store } from "@/lib/media/store";
import { readiness } from "@/lib/web/readiness";

/** Ready: database, migrations and store are there. */
export const GET = (): Promise<Response> => readiness(() => store().check(), new Date());
