import type { Bindings } from "./env.ts";
import { http } from "./http.ts";

export default { fetch: http.fetch } satisfies ExportedHandler<Bindings>;
