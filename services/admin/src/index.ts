import { runCron } from "./cron.ts";
import type { Bindings } from "./env.ts";
import { http } from "./http.ts";

export default { fetch: http.fetch, scheduled: runCron } satisfies ExportedHandler<Bindings>;
